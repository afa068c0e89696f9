package coderbased.auth.session;

import coderbased.protocol.Contact;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Logout;

/** Events of the Auth Service, for the holders of sockets. Plain values: they may cross a network. */
public sealed interface AuthEvent {

    /** A session is over: its connection is told and closed. */
    record SessionEnded(String sessionId, String accountId, Logout logout) implements AuthEvent {}

    /** A phone froze a session: its connection is told and closed, and the session goes on. */
    record SessionFrozen(String sessionId, String accountId) implements AuthEvent {}

    /**
     * A session re-initialised on {@code nodeId}: any older connection of it is closed.
     *
     * @param renewal the number of this renewal ({@link SessionUse#renewals})
     */
    record SessionAdmitted(String sessionId, String accountId, String nodeId, long renewal) implements AuthEvent {}

    /** A link went on: the phone that scanned is told. */
    record LinkChanged(String phoneSessionId, LinkStatus status) implements AuthEvent {}

    /** The account's list of linked devices changed: its phones are told. */
    record DevicesChanged(String accountId) implements AuthEvent {}

    /**
     * Links that nobody has answered for came or went, or a linked device has another name: the account's devices are
     * told.
     */
    record NewLinksChanged(String accountId) implements AuthEvent {}

    /** A person has another name or was deleted: everybody in their conversations is told. */
    record ContactChanged(Contact contact) implements AuthEvent {}
}
