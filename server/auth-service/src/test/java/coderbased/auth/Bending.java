package coderbased.auth;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Random;

/** Bends, cuts, doubles and splices good texts, from a seed that is said when one of them breaks something. */
public final class Bending {

    private Bending() {}

    /** Does something with a text that may be hostile. */
    public interface Try {

        /** Does it; throws where a promise is broken. */
        void with(String text) throws Exception;
    }

    /** Tries that many of them. */
    public static void each(int times, List<String> good, Try attempt) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            String text = bent(good.get(random.nextInt(good.size())), random);
            try {
                attempt.with(text);
            } catch (Exception | AssertionError e) {
                fail("seed " + seed + ", try " + i + ": " + text.substring(0, Math.min(300, text.length())), e);
            }
        }
    }

    /** A few times something is done to it that no honest program does. */
    public static String bent(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(7)) {
                case 0 -> text.insert(at, (char) random.nextInt(0x10000));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.setLength(at);
                case 4 -> text.replace(at, end, "\\u0000\"{[,:null1e999".substring(random.nextInt(16)));
                case 5 -> text.insert(at, "[".repeat(random.nextInt(60)));
                default -> text.replace(at, end, text.reverse().substring(0, Math.min(8, text.length())));
            }
        }
        return text.toString();
    }
}
