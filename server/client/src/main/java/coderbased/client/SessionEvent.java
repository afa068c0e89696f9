package coderbased.client;

import coderbased.client.keys.KeptLogin;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events of a session on either kind of device; {@link SessionMachine} and {@link PhoneMachine} define the transitions.
 */
sealed interface SessionEvent {

    /** The login was read from the store again, or exchanged for that of the server that answers. */
    record LoginRead(KeptLogin kept) implements SessionEvent {}

    /** The user gave up a login that cannot be read; it was set aside. */
    record NewLoginWanted() implements SessionEvent {}

    /** The server sent a code to show. */
    record CodeShown(SessionState.Code code) implements SessionEvent {}

    /** A phone claimed the code, or the right check number was typed. */
    record CodeScanned(String by, boolean needsNumber, Instant until) implements SessionEvent {}

    /** The link failed. */
    record LinkFailed(LinkEnd end) implements SessionEvent {}

    /** All codes were shown and none was scanned. */
    record CodesRanOut() implements SessionEvent {}

    /** A token is available and stored. */
    record TokenKept(Profile profile) implements SessionEvent {}

    /** The server admitted the token. */
    record Admitted(Profile profile) implements SessionEvent {}

    /** The session has ended and its token is deleted. */
    record SessionEnded(Logout logout) implements SessionEvent {}

    /** The connection was lost or could not be made; the next attempt follows. */
    record ConnectionLost(String trouble) implements SessionEvent {}

    /** The connection is down, but the last known chat can be shown. */
    record AwayFromKnownChat(String trouble) implements SessionEvent {}

    /** The server told this program that the session cannot be used here. */
    record ToldToStop(DisconnectReason reason) implements SessionEvent {}

    /**
     * The user pressed "show a new code" or "try again".
     *
     * @param kept account of the stored token; null if there is none
     */
    record RetryPressed(@Nullable Profile kept) implements SessionEvent {}
}
