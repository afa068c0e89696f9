package coderbased.auth.tokens;

import coderbased.auth.session.AuthContext;
import coderbased.protocol.Base64Url;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that devices put into their next proof instead of the right time (RFC 9449 section 8): the server's time, the
 * nonce's node, and a code over both. Nothing is kept. A shared nonce is good on every node of the server; an own one
 * only on the run of the node that gave it out, so a proof with it can have been taken nowhere else. Thread-safe.
 */
public final class DpopNonces {

    /** Time for which a nonce is valid. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    /** Allowed difference between the clocks of two nodes. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private static final String HMAC = "HmacSHA256";
    private static final int RUN_BYTES = 8;
    private static final int CODE_BYTES = 16;
    private static final int SAID_BYTES = Long.BYTES + RUN_BYTES;
    private static final byte[] EVERY_RUN = new byte[RUN_BYTES];

    private final SecretKeySpec key;
    private final byte[] run;
    private final AuthContext surroundings;

    /** The validity of a nonce on this node. */
    enum Kind {
        /** None that is good here. */
        NONE,
        /** Good on every node. */
        SHARED,
        /** Good on this very run of this node, and nowhere else. */
        OWN
    }

    /** @param secret known to this server's nodes alone */
    public DpopNonces(byte[] secret, AuthContext surroundings) {
        this.key = new SecretKeySpec(secret, HMAC);
        this.run = surroundings.bytes(RUN_BYTES);
        this.surroundings = surroundings;
    }

    /** One that is good on every node from now. */
    String shared() {
        return make(EVERY_RUN);
    }

    /** One that is good here from now. */
    String own() {
        return make(run);
    }

    /** Returns the validity of a nonce. */
    Kind kind(String nonce) {
        try {
            byte[] whole = Base64Url.decode(nonce);
            return whole.length == SAID_BYTES + CODE_BYTES ? kind(whole) : Kind.NONE;
        } catch (IllegalArgumentException _) {
            return Kind.NONE;
        }
    }

    private String make(byte[] whose) {
        byte[] said = ByteBuffer.allocate(SAID_BYTES)
                .putLong(surroundings.now().toEpochMilli())
                .put(whose)
                .array();
        return Base64Url.encode(ByteBuffer.allocate(SAID_BYTES + CODE_BYTES)
                .put(said)
                .put(code(said))
                .array());
    }

    private Kind kind(byte[] whole) {
        byte[] said = Arrays.copyOf(whole, SAID_BYTES);
        Instant made = Instant.ofEpochMilli(ByteBuffer.wrap(said).getLong());
        boolean good =
                MessageDigest.isEqual(code(said), Arrays.copyOfRange(whole, SAID_BYTES, whole.length)) && isNow(made);
        byte[] whose = Arrays.copyOfRange(said, Long.BYTES, SAID_BYTES);
        if (good && Arrays.equals(EVERY_RUN, whose)) {
            return Kind.SHARED;
        }
        return good && Arrays.equals(run, whose) ? Kind.OWN : Kind.NONE;
    }

    /**
     * One from the future was made before the clock was set back: it would be good for longer than proofs are
     * remembered.
     */
    private boolean isNow(Instant made) {
        Instant now = surroundings.now();
        return !now.isAfter(made.plus(VALIDITY)) && !made.isAfter(now.plus(SKEW));
    }

    private byte[] code(byte[] said) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(said), CODE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }
}
