package coderbased.auth.session;

import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Logout;

/**
 * The answer to a re-initialisation.
 *
 * <p>Hop 8 of the Guest Token's way.
 */
public sealed interface Admission {

    /** Come in: {@code message} goes to the device first. */
    record Admitted(Session session, ChatServerMessage.Admitted message) implements Admission {}

    /** The session is over, or never was: the device is told and wipes its token. */
    record LoggedOut(Logout logout) implements Admission {}

    /** The session goes on, but its phone froze it: the device is neither let in nor logged out. */
    record Frozen() implements Admission {}

    /** The session was renewed on a newer connection; this one ends, and the session goes on. */
    record Late() implements Admission {}

    /** The program speaks another version of the protocol. */
    record Outdated() implements Admission {}
}
