package coderbased.chat;

import coderbased.auth.Session;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.Disconnecting;
import coderbased.protocol.ChatServerMessage.LoggedOut;
import coderbased.protocol.CloseCode;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;

/** A device in the Authenticated State: whose session it is, and the connection it came with. */
record LiveDevice(Session session, Peer peer, Feed feed) {

    /** Tells the device something that is no part of the chat's history. */
    void tell(ChatServerMessage message) {
        peer.send(message);
    }

    /** The session is over: this is the last that the device hears. */
    void logOut(Logout logout) {
        peer.end(new LoggedOut(logout), CloseCode.LOGGED_OUT, logout.reason().sentence());
    }

    /** The same session connected anew: this connection is the older one. */
    void giveWay() {
        DisconnectReason reason = DisconnectReason.CONNECTED_ELSEWHERE;
        peer.end(new Disconnecting(reason, 0), CloseCode.CONNECTED_ELSEWHERE, reason.sentence());
    }
}
