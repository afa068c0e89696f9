package coderbased.client;

import coderbased.protocol.NameRule;
import coderbased.protocol.Protocol;
import java.nio.file.Path;

/** What a file is called in a message: its own name, as far as it can be said on one line. */
final class FileName {

    private static final String NAMELESS = "file";

    private FileName() {}

    static String of(Path file) {
        Path last = file.getFileName();
        String name = last == null ? "" : last.toString();
        StringBuilder said = new StringBuilder();
        name.codePoints()
                .limit(Protocol.MAX_FILE_NAME_CHARS)
                .map(FileName::sayable)
                .forEach(said::appendCodePoint);
        return NameRule.isVisible(said.toString()) ? said.toString() : NAMELESS;
    }

    private static int sayable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    // Half a character, which no UTF-8 can say.
                    Character.SURROGATE -> '_';
            default -> codePoint == '/' || codePoint == '\\' ? '_' : codePoint;
        };
    }
}
