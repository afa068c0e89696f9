package coderbased.chat;

import coderbased.auth.session.Session;
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
 * A device in the Authenticated State: its session, its connection, the people it watches, how far back it sees, and
 * its writes, which are stored in order.
 */
record LiveDevice(
        Session session,
        ClientConnection connection,
        Feed feed,
        PresenceSubscriptions watching,
        HistoryVisibility visibility,
        OrderedWrites writes) {

    /** Creates a device that has just been admitted. */
    static LiveDevice admitted(
            Session session, ClientConnection connection, ChatLimits limits, HistoryVisibility visibility) {
        return new LiveDevice(
                session,
                connection,
                new Feed(connection, limits, visibility),
                new PresenceSubscriptions(connection),
                visibility,
                new OrderedWrites());
    }

    /** Returns the number of the renewal with which it came: orders two connections of one session. */
    long renewal() {
        return session.use().renewals();
    }

    /** Returns the account of the device. */
    String accountId() {
        return session.accountId();
    }

    /**
     * Takes a delivery to its account. If the delivery cannot be told, the connection ends; the device comes back and
     * gets it from the store.
     */
    void hear(ChatFanout.Delivery delivery) {
        try {
            feed.hear(delivery);
        } catch (RuntimeException | Error _) {
            connection.end(null, CloseCode.TRY_LATER, "The server could not deliver events. Reconnect and resume.");
        }
    }

    /** Tells the device something that is not part of the chat's history. */
    void tell(ChatServerMessage message) {
        visibility.seen(message).ifPresent(connection::send);
    }

    /** Reads and tells in turn: what was read last is told last. */
    void readAndTell(Runnable telling) {
        synchronized (writes) {
            telling.run();
        }
    }

    /** Refuses a request. */
    void refuse(String requestId, RefusalReason why) {
        tell(new RequestFailed(requestId, why.problem()));
    }

    /** Refuses a request. */
    void refuse(String requestId, ChatWritten.Refused refused) {
        tell(new RequestFailed(requestId, refused.why().problem().retryAfter(refused.retryAfterMillis())));
    }

    /** Refuses a request. */
    void refuse(String requestId, Problem why) {
        tell(new RequestFailed(requestId, why));
    }

    /**
     * Ends the connection of an ended session: the device is told of the logout and nothing more. {@code gone} is
     * called once the connection is gone.
     */
    void logOut(Logout logout, Runnable gone) {
        writes.end();
        connection.end(
                new LoggedOut(logout), CloseCode.LOGGED_OUT, logout.reason().sentence(), gone);
    }

    /** Ends the connection of a frozen session: the device is told that and nothing more. */
    void freeze() {
        writes.end();
        RejectedHandler.now(connection, DisconnectReason.FROZEN, Duration.ZERO);
    }

    /** Ends the connection because the state of the session is unknown; the device comes back later. */
    void letGo() {
        writes.end();
        connection.end(null, CloseCode.TRY_LATER, "The server cannot reach its database. Reconnect in a moment.");
    }

    /** Ends the older of two connections of one session. */
    void giveWay() {
        DisconnectReason reason = DisconnectReason.CONNECTED_ELSEWHERE;
        connection.end(new Disconnecting(reason, 0), CloseCode.CONNECTED_ELSEWHERE, reason.sentence());
    }
}
