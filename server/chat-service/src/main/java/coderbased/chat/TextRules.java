package coderbased.chat;

import coderbased.protocol.NameRule;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.TextLength;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules for people's texts: any Unicode that comes back byte for byte, up to a limit. The refusal methods return the
 * reason; empty means accepted.
 */
final class TextRules {

    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private TextRules() {}

    /** Checks the text of a message, which may be empty. */
    static Optional<Problem> refusal(String text) {
        if (!isWhole(text)) {
            return because(ProblemReason.MESSAGE_INCOMPLETE);
        }
        if (TextLength.bytes(text) > Protocol.MAX_TEXT_BYTES) {
            int over = TextLength.over(text, Protocol.MAX_TEXT_BYTES, TextLength::bytes);
            return because(ProblemReason.MESSAGE_LENGTH, "over", over);
        }
        return Optional.empty();
    }

    /** Checks the name of a group, which others have to read on one line. */
    static Optional<Problem> nameRefusal(String name) {
        return isOneLine(name, Protocol.MAX_NAME_CHARS)
                ? NameRule.problem(name)
                : because(ProblemReason.GROUP_NAME_LENGTH, "maxChars", Protocol.MAX_NAME_CHARS);
    }

    /** Checks a reaction: one emoji, not just any single character. */
    static Optional<Problem> emojiRefusal(String emoji) {
        boolean one = emoji.length() <= Protocol.MAX_EMOJI_CHARS
                && CLUSTER.matcher(emoji).matches()
                && emoji.codePoints().allMatch(TextRules::belongsToEmoji)
                && (emoji.codePoints().anyMatch(TextRules::showsAsEmoji) || emoji.indexOf(KEYCAP) > 0);
        return one ? Optional.empty() : because(ProblemReason.REACTION_FORM);
    }

    /**
     * True if the text has 1 to {@code maxChars} characters (Unicode code points) and none that breaks a line or cannot
     * be seen.
     */
    static boolean isOneLine(String text, int maxChars) {
        return !text.isEmpty()
                && isWhole(text)
                && text.codePointCount(0, text.length()) <= maxChars
                && text.codePoints().noneMatch(TextRules::breaksLine);
    }

    /** True if the text can be written in UTF-8: no half of a surrogate pair stands alone. */
    static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static boolean breaksLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static boolean belongsToEmoji(int codePoint) {
        return Character.isEmoji(codePoint)
                || Character.isEmojiComponent(codePoint)
                || codePoint == ZERO_WIDTH_JOINER
                || codePoint == KEYCAP
                || (codePoint >= FIRST_TAG && codePoint <= LAST_TAG);
    }

    private static boolean showsAsEmoji(int codePoint) {
        return Character.isEmojiPresentation(codePoint) || Character.isExtendedPictographic(codePoint);
    }

    private static Optional<Problem> because(ProblemReason reason, Object... namesAndValues) {
        return Optional.of(reason.problem(namesAndValues));
    }
}
