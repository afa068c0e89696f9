package coderbased.protocol;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rule for the names of people, devices and groups: whoever reads a name sees all of it.
 *
 * <p>After UTS 39: code points that are blank, invisible or change how text around them is shown have no place in a
 * name. A name that holds one is refused, never changed, so that no name becomes another. Invisible code points that
 * carry spelling stay where they do: joiners and selectors of emoji, of the scripts that need them (RFC 5892, appendix
 * A.1 and A.2), and of Mongolian letters. Variants of Han letters and flags other than those of England, Scotland and
 * Wales are refused: most fonts draw them like the plain letter or flag. Apps ask before they send, the server before
 * it stores. Thread-safe.
 */
public final class NameRule {

    /** Most combining marks on one character (UTS 39, section 5.4). */
    private static final int MAX_MARKS = 4;

    /** Default_Ignorable_Code_Point, a property that the JDK does not know. */
    private static final String IGNORABLE =
            "\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B-\\u200F\\u202A-\\u202E"
                    + "\\u2060-\\u206F"
                    + "\\u3164\\uFE00-\\uFE0F\\uFEFF\\uFFA0\\uFFF0-\\uFFF8\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
                    + "\\x{E0000}-\\x{E0FFF}";

    /** Drawn as nothing, though their properties do not say so; and stand-ins for what is not there. */
    private static final String EMPTY =
            "\\u2800\\u2D7F\\u303F\\uFFFC\\uFFFD\\x{1107F}\\x{13440}-\\x{13442}\\x{16FE4}" + "\\x{1BC9D}\\x{1D159}";

    /** Not text: controls, format characters, halves of a pair, private use, unassigned, and blanks other than two. */
    private static final String NO_TEXT = "\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Zs}&&[^ \\u3000]]";

    private static final Pattern UNSEEN = Pattern.compile("[" + IGNORABLE + EMPTY + NO_TEXT + "]");

    /** Canonical_Combining_Class=Virama, which the JDK does not know either. */
    private static final String VIRAMA =
            "[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D3B\\u0D3C\\u0D4D\\u0DCA\\u0E3A\\u0EBA"
                    + "\\u0F84\\u1039"
                    + "\\u103A\\u1714\\u1715\\u1734\\u17D2\\u1A60\\u1B44\\u1BAA\\u1BAB\\u1BF2\\u1BF3\\u2D7F"
                    + "\\uA806\\uA82C\\uA8C4"
                    + "\\uA953\\uA9C0\\uAAF6\\uABED\\x{11046}\\x{110B9}\\x{11133}\\x{111C0}\\x{1134D}\\x{11442}"
                    + "\\x{114C2}"
                    + "\\x{115BF}\\x{1163F}\\x{116B6}]";

    private static final String JOINING =
            "[[\\p{IsArabic}\\p{IsSyriac}\\p{IsMongolian}\\p{IsNko}\\p{IsMandaic}\\p{IsAdlam}"
                    + "\\p{IsHanifi_Rohingya}\\p{IsPhags_Pa}]&&\\p{L}]";

    private static final String PICTURE = "\\p{IsExtended_Pictographic}";

    /** Invisible code points where they carry spelling, with what they belong to. */
    private static final Pattern SPELLING = Pattern.compile(String.join(
            "|",
            PICTURE + "[\\uFE0F\\x{1F3FB}-\\x{1F3FF}]?\\u200D(?=" + PICTURE + ")",
            "[\\p{IsEmoji}&&[^0-9#*]&&[^\\p{IsEmoji_Presentation}]]\\uFE0F",
            "\\p{IsEmoji_Presentation}\\uFE0E",
            "[0-9#*]\\uFE0F(?=\\u20E3)",
            "\\x{1F3F4}\\x{E0067}\\x{E0062}(?:\\x{E0065}\\x{E006E}\\x{E0067}|\\x{E0073}\\x{E0063}\\x{E0074}"
                    + "|\\x{E0077}\\x{E006C}\\x{E0073})\\x{E007F}",
            VIRAMA + "[\\u200C\\u200D](?=\\p{L})",
            JOINING + "\\p{M}{0,3}\\u200C(?=" + JOINING + ")",
            "\\p{IsMongolian}[\\u180B-\\u180D\\u180F]",
            "\\p{IsMongolian}\\u180E(?=\\p{IsMongolian})"));

    private static final Pattern INVISIBLE = Pattern.compile("[" + IGNORABLE + "]");
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^" + IGNORABLE + EMPTY + "]]");
    private static final Pattern LOOSE_MARK = Pattern.compile("(?:^|[ \\u3000])\\p{M}");
    private static final Pattern PILE = Pattern.compile("[\\p{Mn}\\p{Me}]{" + (MAX_MARKS + 1) + "}");
    private static final Pattern TOO_MANY = Pattern.compile("(?<=[\\p{Mn}\\p{Me}]{" + MAX_MARKS + "})[\\p{Mn}\\p{Me}]");
    private static final Pattern OUTER_BLANKS = Pattern.compile("^[\\s\\u3000]+|[\\s\\u3000]+$");
    private static final Pattern INNER_BLANKS = Pattern.compile(" {2,}");

    private NameRule() {}

    /** Returns the name as it is kept: composed (NFC), without blanks around it, and with one blank between words. */
    public static String tidy(String typed) {
        String trimmed = OUTER_BLANKS.matcher(typed).replaceAll("");
        return Normalizer.normalize(INNER_BLANKS.matcher(trimmed).replaceAll(" "), Normalizer.Form.NFC);
    }

    /** Returns the reason why this, {@link #tidy tidied}, cannot be a name; empty where it can. */
    public static Optional<Problem> problem(String typed) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(typed)) {
            return Optional.of(ProblemReason.NAME_INCOMPLETE.problem());
        }
        String name = tidy(typed);
        int over = TextLength.over(name, Protocol.MAX_NAME_CHARS, NameRule::codePoints);
        if (over > 0) {
            return Optional.of(ProblemReason.NAME_LENGTH.problem("over", over));
        }
        return unreadable(name);
    }

    /** The same for a text of any length on one line, composed (NFC). */
    static Optional<Problem> unreadable(String name) {
        String shown = SPELLING.matcher(name)
                .replaceAll(found -> INVISIBLE.matcher(found.group()).replaceAll(""));
        if (!isVisible(shown)) {
            return Optional.of(ProblemReason.NAME_INVISIBLE.problem());
        }
        return unseen(shown).or(() -> marks(shown));
    }

    /** Returns the text with another in place of what cannot stand in a name, and at most four marks on one letter. */
    static String readable(String name, String instead) {
        String seen = UNSEEN.matcher(name.replaceAll("\\p{Zs}", " ")).replaceAll(instead);
        return TOO_MANY.matcher(LOOSE_MARK.matcher(seen).replaceAll(instead)).replaceAll("");
    }

    /**
     * Returns the text without what cannot be seen; joiners that carry spelling stay, and at most four marks on a
     * letter.
     */
    public static String seen(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        Matcher spelling = SPELLING.matcher(text);
        int from = 0;
        while (spelling.find()) {
            seen.append(UNSEEN.matcher(text.substring(from, spelling.start())).replaceAll(""))
                    .append(spelling.group());
            from = spelling.end();
        }
        seen.append(UNSEEN.matcher(text.substring(from)).replaceAll(""));
        return TOO_MANY.matcher(LOOSE_MARK.matcher(seen).replaceAll(" ")).replaceAll("");
    }

    /** True if something of the text can be seen. */
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Optional<Problem> unseen(String shown) {
        Matcher unseen = UNSEEN.matcher(shown);
        return unseen.find()
                ? Optional.of(ProblemReason.NAME_HIDDEN.problem(
                        "codePoint", String.format("U+%04X", unseen.group().codePointAt(0))))
                : Optional.empty();
    }

    private static Optional<Problem> marks(String shown) {
        boolean piled = PILE.matcher(shown).find() || LOOSE_MARK.matcher(shown).find();
        return piled ? Optional.of(ProblemReason.NAME_ACCENTS.problem()) : Optional.empty();
    }
}
