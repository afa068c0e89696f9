package coderbased.qr.synthetic;

import java.util.Random;

/** Texts of the product's own kind: {@code CBC:1:} and 36 characters of upper-case base32. */
public final class OwnCode {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int CHARACTERS = 36;

    private OwnCode() {}

    /** Returns a text as a desktop would show it. */
    public static String text(Random random) {
        StringBuilder text = new StringBuilder("CBC:1:");
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return text.toString();
    }
}
