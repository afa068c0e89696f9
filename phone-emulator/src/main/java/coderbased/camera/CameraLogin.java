package coderbased.camera;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Name and password for a camera that asks for them: Basic (RFC 7617) or Digest (RFC 7616). They are sent only after
 * the camera has asked. Used by one thread.
 */
final class CameraLogin {

    private byte[] user;
    private @Nullable Digest digest;
    private @Nullable String basic;
    private boolean accepted;

    /** @param user name and password with a colon between them */
    CameraLogin(byte[] user) {
        this.user = user.clone();
    }

    /** Returns the header Authorization of the next request; null as long as the camera has not asked. */
    @Nullable
    String header(String path) {
        return digest != null ? digest.answer(path) : basic;
    }

    /** Notes that the last request was answered. */
    void accept() {
        accepted = true;
    }

    /**
     * Takes a refusal.
     *
     * @param challenges values of the header WWW-Authenticate
     * @return true if a further try makes sense
     */
    boolean refuse(List<String> challenges) {
        boolean wasTried = digest != null || basic != null;
        Digest asked = Digest.strongest(challenges, user);
        // What was accepted before is not wrong now: the camera's number was too old.
        boolean isNews = !wasTried || accepted || (asked != null && asked.isStale());
        accepted = false;
        if (!isNews && !useLatin1()) {
            return false;
        }
        digest = Digest.strongest(challenges, user);
        basic = digest == null ? basic(user) : null;
        return true;
    }

    /** Changes to Latin-1 if that is another spelling: old cameras compare the bytes of their own character set. */
    private boolean useLatin1() {
        byte[] latin1 = latin1(user);
        user = latin1 == null ? user : latin1;
        return latin1 != null;
    }

    private static String basic(byte[] user) {
        return "Basic " + Base64.getEncoder().encodeToString(user);
    }

    /** Returns UTF-8 in Latin-1; null if that is the same, or not possible. */
    private static byte @Nullable [] latin1(byte[] utf8) {
        try {
            CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            Charset latin1 = StandardCharsets.ISO_8859_1;
            byte[] bytes = text.toString().getBytes(latin1);
            return latin1.newEncoder().canEncode(text.toString()) && !Arrays.equals(bytes, utf8) ? bytes : null;
        } catch (CharacterCodingException _) {
            return null;
        }
    }

    /** Returns the value of a parameter of a challenge; empty if it has none. */
    static String parameter(String challenge, String name) {
        String lower = challenge.toLowerCase(Locale.ROOT);
        int at = -1;
        do {
            at = lower.indexOf(name + "=", at + 1);
        } while (at > 0 && ", \t".indexOf(lower.charAt(at - 1)) < 0);
        if (at < 0) {
            return "";
        }
        String value = challenge.substring(at + name.length() + 1).stripLeading();
        if (value.startsWith("\"")) {
            int end = value.indexOf('"', 1);
            return end < 0 ? value.substring(1) : value.substring(1, end);
        }
        int end = 0;
        while (end < value.length() && ", \t".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        return value.substring(0, end);
    }
}
