package coderbased.qr.bench;

import coderbased.phone.LiveScanner;

/** The camera picture that a person sees while codes are searched; see {@link LiveScanner}. Printed first. */
final class LiveTable {

    private static final int SECONDS = 5;

    private final Promises promises;

    LiveTable(Promises promises) {
        this.promises = promises;
    }

    void print() throws Exception {
        System.out.printf(
                "%nScanner in a window, MJPEG over HTTP at 1280 x 720, 30 a second, %d s each (wall clock)%n%-44s %10s"
                        + " %10s %12s %12s%n",
                SECONDS, "", "first, ms", "shown / s", "first second", "worst second");
        var measured = LiveScanner.watch(Speed.scenes(), SECONDS);
        measured.forEach((name, live) -> System.out.printf(
                "%-44s %10.0f %10.1f %12d %12d   %s%n",
                name, live.firstPicture(), live.mean(), live.firstSecond(), live.worst(), live.pace()));
        promises.atMost(
                1000,
                "ms until the first picture shows, at the first start",
                measured.firstEntry().getValue().firstPicture());
        int worst = measured.values().stream()
                .mapToInt(LiveScanner.Measured::worst)
                .min()
                .orElse(0);
        promises.atLeast(25, "pictures shown in the worst second while codes are looked for", worst);
    }
}
