package coderbased.chat;

import coderbased.protocol.Wire;

/**
 * One side of what is said on a socket: ours. A {@link ClientConnection} calls it on one thread of its own, so that every call is
 * over before the next begins; it may block.
 */
interface ConnectionHandler {

    /** The socket is open; called first, once. */
    void opened();

    /**
     * The other side said something.
     *
     * @throws InterruptedException where the connection ended while this was being answered
     */
    void said(String text) throws BadMessage, Wire.Malformed, InterruptedException;

    /** Nothing can be said any more; called last, once. */
    void gone();
}
