package coderbased.client;

import coderbased.client.keys.KeptLogin;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a session, on either kind of device; {@link SessionMachine} and {@link PhoneMachine} say what
 * follows.
 */
sealed interface SessionEvent {

    /** The store was asked for the login again. */
    record LoginRead(KeptLogin kept) implements SessionEvent {}

    /** The person does not wait for a login that cannot be read; it was put out of the way. */
    record NewLoginWanted() implements SessionEvent {}

    /** The server sent a code to show. */
    record CodeShown(SessionState.Code code) implements SessionEvent {}

    /** A phone claimed the code, or the check number that was typed is right. */
    record CodeScanned(String by, boolean needsNumber, Instant until) implements SessionEvent {}

    /** The link came to nothing. */
    record LinkFailed(LinkEnd end) implements SessionEvent {}

    /** All codes were shown and none was scanned. */
    record CodesRanOut() implements SessionEvent {}

    /** There is a token, and it is kept. */
    record TokenKept(Profile profile) implements SessionEvent {}

    /** The server admitted the token. */
    record Admitted(Profile profile) implements SessionEvent {}

    /** The session is over and its token wiped. */
    record SessionEnded(Logout logout) implements SessionEvent {}

    /** The connection went away or could not be made; the next try is on its way. */
    record ConnectionLost(String trouble) implements SessionEvent {}

    /** The same, while what this device last knew of the chat can be shown. */
    record AwayFromKnownChat(String trouble) implements SessionEvent {}

    /** The server told this program not to come back by itself. */
    record ToldToStop(DisconnectReason reason) implements SessionEvent {}

    /** The person pressed "show a new code" or "try again". {@code kept}: whose token is kept, if there is one. */
    record RetryPressed(@Nullable Profile kept) implements SessionEvent {}
}
