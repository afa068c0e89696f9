package coderbased.auth.session;

import coderbased.protocol.Base32;
import coderbased.protocol.GuestToken;

/** Names that nobody can guess: 128 random bits each, in base32. */
public final class Ids {

    private static final int BYTES = 16;
    private static final int TYPED_BYTES = 5;

    private Ids() {}

    /** For an account, a session, a token. */
    public static String fresh(AuthContext surroundings) {
        return Base32.encode(surroundings.bytes(BYTES));
    }

    /** For a guest or a link: names the node too. */
    public static GuestToken onNode(String nodeId, AuthContext surroundings) {
        return new GuestToken(nodeId, fresh(surroundings));
    }

    /** The 40 bits that a person can type, eight characters. */
    public static String typed(AuthContext surroundings) {
        return Base32.encode(surroundings.bytes(TYPED_BYTES));
    }
}
