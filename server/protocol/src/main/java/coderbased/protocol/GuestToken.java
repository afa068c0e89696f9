package coderbased.protocol;

import java.util.Optional;

/**
 * Names one waiting guest socket: what the QR carries. Opaque, short-lived, single use, never a JWT.
 *
 * <p>It redeems nothing: whoever reads it off a screen can at most ask the person's own phone to approve, and the Web
 * Auth Token goes down the very socket that was shown the code.
 *
 * <p>Hop 2 of the Guest Token's way.
 *
 * @param node short id of the node whose memory holds the guest, {@value #NODE_CHARS} characters
 * @param id 128 random bits, {@value #ID_CHARS} characters
 */
public record GuestToken(String node, String id) {

    public static final int NODE_CHARS = 4;
    public static final int ID_CHARS = 26;

    public GuestToken {
        if (node.length() != NODE_CHARS
                || id.length() != ID_CHARS
                || !Base32.isCanonical(node)
                || !Base32.isCanonical(id)) {
            throw new IllegalArgumentException("not a Guest Token");
        }
    }

    /** Reads {@link #text()} back; empty for anything else. */
    public static Optional<GuestToken> parse(String text) {
        if (text.length() != NODE_CHARS + ID_CHARS || !Base32.isCanonical(text)) {
            return Optional.empty();
        }
        return Optional.of(new GuestToken(text.substring(0, NODE_CHARS), text.substring(NODE_CHARS)));
    }

    /** Node and id in one word. */
    public String text() {
        return node + id;
    }

    /** Shows the node only: a log line never carries a token. */
    @Override
    public String toString() {
        return "GuestToken[" + node + "…]";
    }
}
