package coderbased.qr.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The promises of the scanner, beside the measurements of this run. */
final class Promises {

    private record Promise(String what, String wanted, String reached, boolean isHeld) {}

    private final List<Promise> promises = new ArrayList<>();

    void atLeast(double wanted, String what, double reached) {
        promises.add(new Promise(what, "at least " + number(wanted), number(reached), reached >= wanted));
    }

    void atMost(double wanted, String what, double reached) {
        promises.add(new Promise(what, "at most " + number(wanted), number(reached), reached <= wanted));
    }

    /** Prints them; whether all are held. */
    boolean print() {
        System.out.printf("%n%-72s %16s %10s%n", "What is promised", "wanted", "measured");
        for (Promise promise : promises) {
            System.out.printf(
                    "%-72s %16s %10s  %s%n",
                    promise.what, promise.wanted, promise.reached, promise.isHeld ? "held" : "NOT HELD");
        }
        return promises.stream().allMatch(Promise::isHeld);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
