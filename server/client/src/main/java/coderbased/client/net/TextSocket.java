package coderbased.client.net;

import coderbased.protocol.CloseCode;

/** A WebSocket for text messages. Used on the client thread; never blocks it. */
interface TextSocket {

    /** Receives the events of one socket, on the client thread. */
    interface Listener {

        /** Reports that the socket is open; called at most once, first. */
        void opened();

        /** Receives a message. */
        void text(String text);

        /** Reports the end, or the failure to connect; called once, last. Not called after {@link TextSocket#close}. */
        void ended(Disconnection lost);
    }

    /** Sends a message after all earlier ones. */
    void send(String text);

    /** Closes the socket; the listener receives nothing more. Only the first close code counts. */
    void close(CloseCode code);
}
