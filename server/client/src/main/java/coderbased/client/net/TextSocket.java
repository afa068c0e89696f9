package coderbased.client.net;

import coderbased.protocol.CloseCode;

/** One WebSocket that carries text. Used on the client's own thread, and never blocks it. */
interface TextSocket {

    /** Hears one socket, on the client's own thread. */
    interface Listener {

        /** The socket can be used; called at most once, before anything else. */
        void opened();

        /** A message came. */
        void text(String text);

        /** It is over, or never came to be; called once, last. Not called after {@link TextSocket#close}. */
        void ended(Disconnection lost);
    }

    /** Sends after everything that was sent before. */
    void send(String text);

    /** Ends it; the listener hears nothing more. The first code counts: what is over is not ended again. */
    void close(CloseCode code);
}
