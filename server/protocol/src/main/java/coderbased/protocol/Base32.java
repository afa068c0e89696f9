package coderbased.protocol;

import java.util.Arrays;
import java.util.Optional;

/**
 * Crockford's base32 in upper case: every character is in the QR alphanumeric set, none is mistaken for another.
 *
 * <p>Reading forgives what people type: lower case, hyphens, spaces, {@code O} for 0 and {@code I}, {@code L} for 1.
 */
public final class Base32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int[] VALUES = values();

    private Base32() {}

    /** Encodes without padding: {@code ceil(8 * bytes.length / 5)} characters. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder((bytes.length * Byte.SIZE + BITS - 1) / BITS);
        int buffer = 0;
        int held = 0;
        for (byte next : bytes) {
            buffer = (buffer << Byte.SIZE) | (next & 0xFF);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >> held) & 31));
            }
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((buffer << (BITS - held)) & 31));
        }
        return text.toString();
    }

    /** True if the text is in this alphabet exactly as {@link #encode} writes it. */
    public static boolean isCanonical(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** Returns typed text in this alphabet; empty if a character cannot be read as part of it. */
    public static Optional<String> normalise(String typed) {
        StringBuilder text = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '-' || Character.isWhitespace(c)) {
                continue;
            }
            int value = c < VALUES.length ? VALUES[c] : -1;
            if (value < 0) {
                return Optional.empty();
            }
            text.append(ALPHABET.charAt(value));
        }
        return Optional.of(text.toString());
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = i;
            values[Character.toLowerCase(ALPHABET.charAt(i))] = i;
        }
        for (char zero : new char[] {'O', 'o'}) {
            values[zero] = 0;
        }
        for (char one : new char[] {'I', 'i', 'L', 'l'}) {
            values[one] = 1;
        }
        return values;
    }
}
