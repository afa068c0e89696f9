package coderbased.chat;

import coderbased.auth.Session;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Problem;
import java.time.Duration;

/**
 * A device in the Authenticated State: whose session it is, the connection it came with, whom it watches, how far back it
 * sees, and what it asks to have stored in order.
 */
record LiveDevice(
        Session session,
        ClientConnection peer,
        Feed feed,
        PresenceSubscriptions watching,
        HistoryVisibility horizon,
        OrderedWrites strands) {

    /** A device that has just been admitted. */
    static LiveDevice admitted(Session session, ClientConnection peer, ChatLimits limits, HistoryVisibility horizon) {
        return new LiveDevice(
                session,
                peer,
                new Feed(peer, limits, horizon),
                new PresenceSubscriptions(peer),
                horizon,
                new OrderedWrites());
    }

    /** The number of the renewal it came with: orders two connections of one session. */
    long renewal() {
        return session.use().renewals();
    }

    /** Whose device it is. */
    String accountId() {
        return session.accountId();
    }

    /** Something was delivered to its account. Where it cannot be told, it comes back and gets it from the store. */
    void hear(ChatFanout.Delivery delivery) {
        try {
            feed.hear(delivery);
        } catch (RuntimeException | Error untold) {
            peer.end(null, CloseCode.TRY_LATER, "The server could not deliver events. Reconnect and resume.");
        }
    }

    /** Tells the device something that is no part of the chat's history. */
    void tell(ChatServerMessage message) {
        horizon.seen(message).ifPresent(peer::send);
    }

    /** Reads something and tells it, one after the other: what was read last is told last. */
    void readAndTell(Runnable telling) {
        synchronized (strands) {
            telling.run();
        }
    }

    /** What it asked for cannot be done. */
    void refuse(String requestId, Refusal why) {
        tell(new RequestFailed(requestId, why.code(), why.sentence()));
    }

    /** What it asked for cannot be done. */
    void refuse(String requestId, ChatWritten.Refused refused) {
        Refusal why = refused.why();
        tell(new RequestFailed(requestId, why.code(), why.sentence(), refused.retryAfterMillis()));
    }

    /** What it asked for cannot be done. */
    void refuse(String requestId, Problem why) {
        tell(new RequestFailed(requestId, why.code(), why.message()));
    }

    /** The session is over: this is the last that the device hears. {@code gone} is called once its connection is gone. */
    void logOut(Logout logout, Runnable gone) {
        strands.end();
        peer.end(new LoggedOut(logout), CloseCode.LOGGED_OUT, logout.reason().sentence(), gone);
    }

    /** The phone froze the session: the device hears that and nothing more. */
    void freeze() {
        strands.end();
        RejectedHandler.now(peer, DisconnectReason.FROZEN, Duration.ZERO);
    }

    /** Nobody can say whether the session is still good: the device hears nothing more here, and comes back later. */
    void letGo() {
        strands.end();
        peer.end(null, CloseCode.TRY_LATER, "The server cannot reach its database. Reconnect in a moment.");
    }

    /** The same session connected anew: this connection is the older one. */
    void giveWay() {
        DisconnectReason reason = DisconnectReason.CONNECTED_ELSEWHERE;
        peer.end(new Disconnecting(reason, 0), CloseCode.CONNECTED_ELSEWHERE, reason.sentence());
    }
}
