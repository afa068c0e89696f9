package coderbased.fx.text;

import coderbased.protocol.NameRule;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Rule for the local names of received files.
 *
 * <p>One rule serves all systems, because a file may be copied to another: no folders, no device (Windows reads
 * {@code nul.txt} as one), no stream of another file, no command option, not hidden, no invisible characters, and at
 * most 255 bytes. The ending stays, because systems choose a program by it.
 */
final class LocalFileName {

    private static final String NAMELESS = "file";

    /** Largest name on Linux and macOS, in bytes of UTF-8; Windows allows as many UTF-16 units. */
    private static final int MAX_BYTES = 255;

    private static final int MAX_LINE_BYTES = 80;
    private static final int MAX_ENDING_BYTES = 24;
    private static final String CUT = "…";

    private static final Pattern BLANK = Pattern.compile("[\\s\\u0085\\p{Z}&&[^\\u3000]]");
    private static final Pattern BLANKS = Pattern.compile("[ \\u3000]{2,}");

    /** Forbidden on Windows; slash and colon are separators elsewhere too. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|]");

    /** Characters that look like a slash or a backslash, though no system treats them as one. */
    private static final String SLASH_LIKE = "\u2044\u2215\u2216\u2571\u2572\u29F5\u29F8\u29F9";

    private static final Pattern HEAD = Pattern.compile("^[.\\p{Pd}\\u2212 \\u3000]+");
    private static final Pattern TAIL = Pattern.compile("[. \\u3000]+$");

    /** Windows devices, with any ending, in upper or lower case, and with blanks before the first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(?:COM|LPT)[1-9]) *(?:\\..*)?");

    private LocalFileName() {}

    /** Returns the local name of a file. */
    static String of(String raw) {
        return cut(safe(raw), MAX_BYTES);
    }

    /** Returns the name shortened for one line of a list. */
    static String shortened(String raw) {
        return cut(safe(raw), MAX_LINE_BYTES);
    }

    private static String safe(String raw) {
        String seen = NameRule.seen(
                BLANK.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC)).replaceAll(" "));
        String flat = flat(BLANKS.matcher(seen).replaceAll(" ").strip());
        String named = TAIL.matcher(
                        HEAD.matcher(TAIL.matcher(flat).replaceAll("")).replaceAll("_"))
                .replaceAll("");
        if (!NameRule.isVisible(named.replace("_", ""))) {
            return NAMELESS;
        }
        return isDevice(named) ? "_" + named : named;
    }

    /** Replaces separators, and characters that a system could fold into one, by an underscore. */
    private static String flat(String name) {
        StringBuilder flat = new StringBuilder(name.length());
        name.codePoints().forEach(c -> {
            String folded = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
            if (FORBIDDEN.matcher(folded).find() || SLASH_LIKE.indexOf(c) >= 0) {
                flat.append('_');
            } else {
                flat.appendCodePoint(c);
            }
        });
        return flat.toString();
    }

    private static boolean isDevice(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        return DEVICE.matcher(folded).matches();
    }

    private static String cut(String name, int bytes) {
        if (bytes(name) <= bytes) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && bytes(name.substring(dot)) <= MAX_ENDING_BYTES ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        String begin = begin(stem, bytes - bytes(CUT) - bytes(ending)).strip();
        return (begin.isEmpty() ? NAMELESS : begin) + CUT + ending;
    }

    /** Returns as many whole characters, as people count them, as fit into {@code bytes}. */
    private static String begin(String text, int bytes) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (bytes(text.substring(0, next)) > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
