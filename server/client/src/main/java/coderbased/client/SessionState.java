package coderbased.client;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import coderbased.protocol.Secret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of a desktop between the Guest State and the Authenticated State. Immutable.
 *
 * <pre>{@code
 * stateDiagram-v2
 *     [*] --> Connecting : no token stored
 *     [*] --> Reinitialising : token stored
 *     [*] --> LoginUnavailable : a token is stored and cannot be read
 *     LoginUnavailable --> Reinitialising : try again, token read
 *     LoginUnavailable --> LoginUnavailable : try again, still unreadable
 *     [*] --> LoginUnstorable : no token stored, and none can be
 *     LoginUnstorable --> Connecting : try again, or go on for this time only
 *     LoginUnavailable --> Connecting : replace the login, or no token stored
 *     Connecting --> Guest : code
 *     Connecting --> Connecting : connection lost, or try again
 *     Guest --> Guest : next code
 *     Guest --> Scanned : scanned
 *     Guest --> Paused : codes ran out
 *     Guest --> Connecting : link ended, or connection lost
 *     Paused --> Connecting : show a new code
 *     Scanned --> Scanned : check number was right
 *     Scanned --> Reinitialising : token stored
 *     Scanned --> Connecting : link ended, or connection lost
 *     Reinitialising --> Authenticated : admitted
 *     Reinitialising --> Authenticated : connection lost, and the chat is known
 *     Reinitialising --> Reinitialising : connection lost, or try again
 *     Reinitialising --> Reinitialising : another server, and a login of it is stored
 *     Reinitialising --> Connecting : logged out, or another server
 *     Authenticated --> Authenticated : connection lost, or admitted again
 *     Authenticated --> Reinitialising : another server, and a login of it is stored
 *     Authenticated --> Connecting : logged out, or another server
 *     Connecting --> Stopped : told to stop
 *     Guest --> Stopped : told to stop
 *     Scanned --> Stopped : told to stop
 *     Reinitialising --> Stopped : told to stop
 *     Authenticated --> Stopped : told to stop
 *     Stopped --> Reinitialising : try again, token stored, not frozen
 *     Stopped --> Stopped : told to stop again, or try again while frozen
 *     Stopped --> Connecting : try again without a token, or logged out
 *     Stopped --> Authenticated : thawed by its phone
 * }</pre>
 *
 * <p>{@link SessionMachine} has the same transitions as code.
 */
public sealed interface SessionState {

    /**
     * The stored login cannot be read now: its keychain is locked, or its disk does not respond. The desktop waits
     * until the user tries again or links it again.
     *
     * @param why message for the user
     */
    record LoginUnavailable(String why) implements SessionState {}

    /**
     * No login can be stored on this computer. The desktop waits until the user tries again, or goes on with a login
     * that ends with the program.
     *
     * @param why message for the user
     */
    record LoginUnstorable(String why) implements SessionState {}

    /**
     * No connection yet.
     *
     * @param trouble message for the user: why the last attempt failed; null if none did
     * @param why what ended before; null if nothing did
     */
    record Connecting(@Nullable String trouble, @Nullable Notice why) implements SessionState {}

    /** The Guest State: a code is shown. */
    record Guest(Code code, @Nullable Notice why) implements SessionState {}

    /** The Guest State, paused: the codes ran out until the user asks for a new one. */
    record Paused(@Nullable Notice why) implements SessionState {}

    /**
     * A phone scanned the code.
     *
     * @param needsNumber true if the check number must be typed here first
     */
    record Scanned(String by, boolean needsNumber, Instant until) implements SessionState {}

    /**
     * A token is available and being presented.
     *
     * @param trouble message for the user while the server cannot be reached; otherwise null
     */
    record Reinitialising(
            @Nullable Profile profile, @Nullable String trouble) implements SessionState {}

    /**
     * The Authenticated State. A start without a connection also leads here if there is a chat to show. If the session
     * has ended meanwhile, the desktop learns of it and deletes everything as soon as the server can be reached.
     *
     * @param trouble message for the user while the connection is down; otherwise null
     */
    record Authenticated(Profile profile, @Nullable String trouble) implements SessionState {}

    /**
     * The session is valid, but cannot be used here, for example because it is open elsewhere. A frozen one continues
     * by itself once its phone thaws it; others wait for the user.
     *
     * @param checks number of times that the server was asked since, and answered the same
     */
    record Stopped(DisconnectReason reason, int checks) implements SessionState {

        public Stopped(DisconnectReason reason) {
            this(reason, 0);
        }
    }

    /**
     * One code.
     *
     * @param qrText content of the QR code
     * @param typedCode the same code for typing
     * @param number position of this code, from 1
     * @param of number of codes before a pause
     * @param shownAt time at which it came, by this machine's clock
     * @param expiresAt time at which the next one comes, by this machine's clock
     */
    record Code(Secret qrText, Secret typedCode, int number, int of, Instant shownAt, Instant expiresAt) {}

    /** Reason for being back in the Guest State. */
    sealed interface Notice {

        /** The session ended. */
        record LoggedOut(Logout logout) implements Notice {}

        /**
         * The saved login was set aside: it is damaged, or of another server.
         *
         * @param what message for the user
         */
        record LoginSetAside(String what) implements Notice {}

        /** The last link failed. */
        record LinkEnded(LinkEnd end) implements Notice {}
    }
}
