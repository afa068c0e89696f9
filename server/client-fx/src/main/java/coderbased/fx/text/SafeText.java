package coderbased.fx.text;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.protocol.NameRule;

/**
 * Makes untrusted text safe to show.
 *
 * <p>Unicode's direction controls can reorder the words around a name, and line breaks or control characters can make a
 * name look like two lines of the program's own text (Unicode TR 36, section 2.6; TR 9, section 2).
 */
public final class SafeText {

    private static final int MAX_NAME_CHARS = 80;

    /** JavaFX takes minutes to lay out thousands of joined emoji, though a line shows only a few dozen. */
    private static final int MAX_PREVIEW_CHARS = 200;

    private SafeText() {}

    /**
     * Returns a name for one line: no direction controls, no control characters, white space folded, at most 80
     * characters.
     */
    public static String name(String raw) {
        String clean = shownOnly(raw, false).strip().replaceAll("\\s+", " ");
        if (!NameRule.isVisible(clean)) {
            return MESSAGES.text("people.noName");
        }
        if (clean.codePointCount(0, clean.length()) <= MAX_NAME_CHARS) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, MAX_NAME_CHARS)) + "…";
    }

    /** Returns a message without direction controls and other control characters; line breaks and tabs stay. */
    public static String message(String raw) {
        return shownOnly(raw, true);
    }

    /** Returns the start of a message as one line for a list: at most 200 characters. */
    public static String preview(String raw) {
        String line = oneLine(raw);
        return line.codePointCount(0, line.length()) <= MAX_PREVIEW_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_PREVIEW_CHARS)) + "…";
    }

    /** Returns a whole message as one line. */
    public static String oneLine(String raw) {
        return shownOnly(raw, false).strip().replaceAll("\\s+", " ");
    }

    /** Returns a file name from another machine as a name that is safe on this one. */
    public static String fileName(String raw) {
        return LocalFileName.of(raw);
    }

    /** Returns {@link #fileName} shortened for one line of a list, with its ending. */
    public static String fileLine(String raw) {
        return LocalFileName.shortened(raw);
    }

    private static String shownOnly(String raw, boolean keepLines) {
        StringBuilder clean = new StringBuilder(raw.length());
        raw.codePoints().filter(c -> !isDirectionControl(c)).forEach(c -> {
            if (!Character.isISOControl(c) || (keepLines && (c == '\n' || c == '\t'))) {
                clean.appendCodePoint(c);
            } else if (Character.isWhitespace(c) && c != '\r') {
                clean.append(' ');
            }
        });
        return clean.toString();
    }

    private static boolean isDirectionControl(int c) {
        return c == 0x061C
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2028 && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
