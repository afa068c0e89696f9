package coderbased.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells devices with a wrong clock what time it is, in a text they can only repeat (RFC 9449 section 8): the server's time
 * and a code over it. Nothing is kept, and every node of a server knows every other's. Thread-safe.
 */
final class ProofNonces {

    /** For how long one is good. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final String HMAC = "HmacSHA256";
    private static final int CODE_BYTES = 16;

    private final SecretKeySpec key;
    private final Surroundings surroundings;

    /** @param secret known to this server's nodes alone */
    ProofNonces(byte[] secret, Surroundings surroundings) {
        this.key = new SecretKeySpec(secret, HMAC);
        this.surroundings = surroundings;
    }

    /** One that is good from now. */
    String fresh() {
        byte[] time = time(surroundings.now());
        ByteBuffer whole =
                ByteBuffer.allocate(time.length + CODE_BYTES).put(time).put(code(time));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** Whether that is one of ours and still good. */
    boolean isGood(String nonce) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(nonce);
            if (whole.length != Long.BYTES + CODE_BYTES) {
                return false;
            }
            byte[] time = Arrays.copyOf(whole, Long.BYTES);
            Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(time).getLong());
            return MessageDigest.isEqual(code(time), Arrays.copyOfRange(whole, Long.BYTES, whole.length))
                    && isNow(made);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    /** One from the future was made before the clock was set back: it would be good for longer than proofs are remembered. */
    private boolean isNow(Instant made) {
        Instant now = surroundings.now();
        return !now.isAfter(made.plus(GOOD_FOR)) && !made.isAfter(now.plus(SKEW));
    }

    private byte[] code(byte[] time) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(time), CODE_BYTES);
        } catch (GeneralSecurityException everyJavaHasHmac) {
            throw new IllegalStateException(everyJavaHasHmac);
        }
    }

    private static byte[] time(Instant now) {
        return ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
    }
}
