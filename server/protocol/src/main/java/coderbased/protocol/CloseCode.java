package coderbased.protocol;

import java.util.Optional;

/**
 * Reasons to close a WebSocket; the number goes into the close frame (RFC 6455 section 7.4, private range 4000-4999).
 */
public enum CloseCode {
    /** The other side is done. */
    NORMAL(1000),
    /** A message broke the protocol: not JSON, unknown type, wrong moment. */
    BAD_MESSAGE(1008),
    /** A message was longer than the limits of {@link Protocol}. */
    TOO_BIG(1009),
    /** The server restarts: come back after the hinted time. */
    RESTART(1012),
    /** The server cannot serve now, or the client read too slowly: come back and resume. */
    TRY_LATER(1013),
    /** Nobody authenticated in time: open a new connection. */
    REAUTHENTICATE(4401),
    /**
     * The session is over; a {@link ChatServerMessage.LoggedOut} went before. The client must not come back with its
     * token.
     */
    LOGGED_OUT(4403),
    /** The guest's codes or its confirm window ran out. */
    LINK_TIMEOUT(4408),
    /** The phone froze the session: it goes on, but not now. */
    FROZEN(4423),
    /** The same session connected from somewhere else. */
    CONNECTED_ELSEWHERE(4409),
    /** The guest has its Web Auth Token: re-initialise with it. */
    REINITIALISE(4410),
    /** Too many connections or messages: wait for the hinted time. */
    SLOW_DOWN(4429);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    /** The number in the close frame. */
    public int number() {
        return number;
    }

    /** The code with that number, if it is one of ours. */
    public static Optional<CloseCode> of(int number) {
        for (CloseCode code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
