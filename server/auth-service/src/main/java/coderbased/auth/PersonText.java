package coderbased.auth;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.ErrorCode;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for what people and devices call themselves: others have to read it, so nothing in it may play tricks. */
final class PersonText {

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9._-]{3,30}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST = 64;

    private PersonText() {}

    /** A handle as it is kept, in lower case; empty where it breaks the rules. */
    static Optional<String> handle(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return HANDLE.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }

    /**
     * A name as it is kept.
     *
     * @throws AuthRefused where nothing or too much is left of it
     */
    static String name(String typed) {
        String clean = clean(typed);
        int length = clean.codePointCount(0, clean.length());
        if (length < 1 || length > LONGEST) {
            throw AuthRefused.because(
                    ErrorCode.BAD_REQUEST, "The name needs 1 to " + LONGEST + " characters that can be seen.");
        }
        return clean;
    }

    /** A name without accents and case, so that who is looked for is found however they are typed. */
    static String folded(String name) {
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of a name or a handle, folded. */
    static List<String> words(String text) {
        return NO_WORD.splitAsStream(folded(text))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** A device's facts as they are kept: cleaned and cut, for nobody can correct what a program says of itself. */
    static DeviceFacts facts(DeviceFacts said) {
        return new DeviceFacts(orElse(said.name(), "Unnamed device"), orElse(said.app(), "?"), orElse(said.os(), "?"));
    }

    /**
     * A device's key, checked.
     *
     * @throws AuthRefused where it is no point of the curve
     */
    static DeviceKey key(DeviceKey said) {
        try {
            said.publicKey();
            return said;
        } catch (GeneralSecurityException notAKey) {
            throw AuthRefused.because(ErrorCode.BAD_REQUEST, "The device's key is not one. Install the app again.");
        }
    }

    private static String orElse(String said, String otherwise) {
        String clean = clean(said);
        int end = clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? otherwise : clean.substring(0, end);
    }

    private static String clean(String said) {
        StringBuilder kept = new StringBuilder(said.length());
        Normalizer.normalize(said, Normalizer.Form.NFC)
                .codePoints()
                .filter(PersonText::mayStay)
                .forEach(kept::appendCodePoint);
        return kept.toString().replaceAll("\\s+", " ").strip();
    }

    /**
     * Controls, format characters (bidi overrides among them) and what is no character at all have no place in a name.
     */
    private static boolean mayStay(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
