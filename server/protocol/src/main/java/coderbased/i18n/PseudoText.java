package coderbased.i18n;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.Set;

/** English texts in a pseudo-language: accented, longer and in brackets, with the arguments as they were. */
final class PseudoText {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String ACCENTED = "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    private static final String FILLING = "~";
    private static final int FILLING_PERCENT = 40;

    /** Parts after which, and before which, the characters are text that a person reads. */
    private static final Set<Part.Type> BEFORE_TEXT = Set.of(
            Part.Type.MSG_START,
            Part.Type.INSERT_CHAR,
            Part.Type.SKIP_SYNTAX,
            Part.Type.REPLACE_NUMBER,
            Part.Type.ARG_LIMIT);

    private static final Set<Part.Type> AFTER_TEXT = Set.of(
            Part.Type.MSG_LIMIT,
            Part.Type.INSERT_CHAR,
            Part.Type.SKIP_SYNTAX,
            Part.Type.REPLACE_NUMBER,
            Part.Type.ARG_START);

    private PseudoText() {}

    /** Returns the pattern of the pseudo-language for an English one. */
    static String of(String english) {
        MessagePattern pattern = new MessagePattern(english);
        StringBuilder text = new StringBuilder("[");
        int letters = 0;
        for (int i = 0; i + 1 < pattern.countParts(); i++) {
            Part part = pattern.getPart(i);
            Part next = pattern.getPart(i + 1);
            text.append(english, part.getIndex(), part.getLimit());
            String between = english.substring(part.getLimit(), Math.max(part.getLimit(), next.getIndex()));
            boolean read = BEFORE_TEXT.contains(part.getType()) && AFTER_TEXT.contains(next.getType());
            text.append(read ? accented(between) : between);
            letters += read ? between.length() : 0;
        }
        return text.append(FILLING.repeat(letters * FILLING_PERCENT / 100))
                .append(']')
                .toString();
    }

    /** A quoted run that starts with a brace is meant for a library, which would not know it in accents. */
    private static String accented(String text) {
        return text.startsWith("{")
                ? text
                : text.codePoints()
                        .map(c -> PLAIN.indexOf(c) < 0 ? c : ACCENTED.charAt(PLAIN.indexOf(c)))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
