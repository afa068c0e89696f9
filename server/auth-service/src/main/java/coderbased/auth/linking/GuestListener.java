package coderbased.auth.linking;

import coderbased.protocol.GuestServerMessage;

/** Receiver of a guest's messages. */
@FunctionalInterface
public interface GuestListener {

    /**
     * Sends to the desktop, in the order of the calls. Called on any thread, never by two at once; must queue and
     * return. After {@link GuestServerMessage.WebAuthToken} or {@link GuestServerMessage.Ended} nothing follows, and
     * the socket is to be closed.
     *
     * @throws RuntimeException if the socket is gone; the guest then is
     */
    void send(GuestServerMessage message);
}
