package coderbased.client;

import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a desktop stands between the Guest State and the Authenticated State. Immutable.
 *
 * <pre>{@code
 * stateDiagram-v2
 *     [*] --> Connecting : no token kept
 *     [*] --> Reinitialising : token kept
 *     [*] --> LoginUnavailable : a token is kept and cannot be read
 *     LoginUnavailable --> Reinitialising : try again, token read
 *     LoginUnavailable --> LoginUnavailable : try again, still not to be read
 *     LoginUnavailable --> Connecting : link anew, or nothing is kept after all
 *     Connecting --> Guest : code
 *     Connecting --> Connecting : connection lost, or try again
 *     Guest --> Guest : next code
 *     Guest --> Scanned : scanned
 *     Guest --> Paused : codes ran out
 *     Guest --> Connecting : link ended, or connection lost
 *     Paused --> Connecting : show a new code
 *     Scanned --> Scanned : check number was right
 *     Scanned --> Reinitialising : token kept
 *     Scanned --> Connecting : link ended, or connection lost
 *     Reinitialising --> Authenticated : admitted
 *     Reinitialising --> Authenticated : connection lost, and the chat is known
 *     Reinitialising --> Reinitialising : connection lost, or try again
 *     Reinitialising --> Connecting : logged out
 *     Authenticated --> Authenticated : connection lost, or admitted again
 *     Authenticated --> Connecting : logged out
 *     Connecting --> Stopped : told to stop
 *     Guest --> Stopped : told to stop
 *     Scanned --> Stopped : told to stop
 *     Reinitialising --> Stopped : told to stop
 *     Authenticated --> Stopped : told to stop
 *     Stopped --> Reinitialising : try again, token kept
 *     Stopped --> Connecting : try again without a token, or logged out
 * }</pre>
 *
 * <p>The same as a table, to be run: {@link SessionMachine}.
 */
public sealed interface SessionState {

    /**
     * A login is kept and cannot be read now: its keychain is locked, or its disk does not answer. Nothing happens before the
     * person tries again, or links anew. {@code why}: a sentence for the person.
     */
    record LoginUnavailable(String why) implements SessionState {}

    /** No connection yet. {@code trouble} says in words why the last try failed, {@code why} what ended before. */
    record Connecting(@Nullable String trouble, @Nullable Notice why) implements SessionState {}

    /** The Guest State: {@code code} is to be shown. */
    record Guest(Code code, @Nullable Notice why) implements SessionState {}

    /** The Guest State at rest: the codes ran out, the person asks for a new one. */
    record Paused(@Nullable Notice why) implements SessionState {}

    /** A phone scanned. {@code needsNumber}: the check number has to be typed here first. */
    record Scanned(String by, boolean needsNumber, Instant until) implements SessionState {}

    /** A token is at hand and is being presented. {@code trouble}: in words, while the server can not be reached. */
    record Reinitialising(
            @Nullable Profile profile, @Nullable String trouble) implements SessionState {}

    /**
     * The Authenticated State. {@code trouble}: in words, while the connection is away; null when all is well. A start
     * without a connection comes here too where there is a chat to show: that the session ended meanwhile is heard, and all of
     * it wiped, as soon as the server can be reached.
     */
    record Authenticated(Profile profile, @Nullable String trouble) implements SessionState {}

    /** The session is good, but this program must not go on by itself, for example because it is open elsewhere. */
    record Stopped(DisconnectReason reason) implements SessionState {}

    /**
     * One code.
     *
     * @param qrText what the QR holds
     * @param typedCode the same for people without a camera
     * @param number which one this is, from 1
     * @param of how many there are before a pause
     * @param shownAt when it came, by this machine's clock
     * @param expiresAt when the next one comes, by this machine's clock
     */
    record Code(String qrText, String typedCode, int number, int of, Instant shownAt, Instant expiresAt) {}

    /** Why the person is back in the Guest State. */
    sealed interface Notice {

        /** The session ended. */
        record LoggedOut(Logout logout) implements Notice {}

        /** The saved login was damaged and set aside. {@code what}: a sentence for the person. */
        record LoginDamaged(String what) implements Notice {}

        /** The last link came to nothing. */
        record LinkEnded(LinkEnd end) implements Notice {}
    }
}
