package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.NameRule;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules for what people and devices call themselves: others have to read it, so nothing in it may play tricks. */
public final class DisplayNameRules {

    private static final Pattern HANDLE = Pattern.compile("[a-z0-9._-]{3,30}");
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    private DisplayNameRules() {}

    /** A handle as it is kept, in lower case; empty where it breaks the rules. */
    public static Optional<String> handle(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return HANDLE.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }

    /**
     * A name as it is kept.
     *
     * @throws AuthRefused where it is none by {@link NameRule}; the sentence says why
     */
    public static String name(String typed) {
        NameRule.problem(typed).ifPresent(problem -> {
            throw new AuthRefused(problem);
        });
        return NameRule.tidy(typed);
    }

    /**
     * A device's facts as they are kept. Nobody can correct what a program says of itself: what is too long is cut, and
     * what is no name is replaced as a whole, so that it never looks like another.
     */
    public static DeviceFacts facts(DeviceFacts said) {
        return new DeviceFacts(orElse(said.name(), "Unnamed device"), orElse(said.app(), "?"), orElse(said.os(), "?"));
    }

    /**
     * A device's key, checked.
     *
     * @throws AuthRefused where it is no point of the curve
     */
    public static DeviceKey key(DeviceKey said) {
        try {
            said.publicKey();
            return said;
        } catch (GeneralSecurityException e) {
            throw AuthRefused.because(ProblemReason.DEVICE_KEY_INVALID);
        }
    }

    private static String orElse(String said, String otherwise) {
        String cut = cut(NameRule.tidy(said));
        return NameRule.problem(cut).isEmpty() ? cut : otherwise;
    }

    /** The characters, as people count them, that fit. */
    private static String cut(String text) {
        int end = 0;
        Matcher character = CHARACTER.matcher(text);
        while (character.find() && text.codePointCount(0, character.end()) <= Protocol.MAX_NAME_CHARS) {
            end = character.end();
        }
        return text.substring(0, end);
    }
}
