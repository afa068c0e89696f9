package coderbased.chat;

import coderbased.protocol.Wire;

/**
 * The server's side of one socket. A {@link ClientConnection} calls it on one thread of its own, so that each call
 * returns before the next begins; a call may block.
 */
interface ConnectionHandler {

    /** Learns that the socket is open; called first, once. */
    void opened();

    /**
     * Handles a message of the client.
     *
     * @throws InterruptedException if the connection ended during the call
     */
    void received(String text) throws BadMessage, Wire.Malformed, InterruptedException;

    /** Learns that nothing can be sent any more; called last, once. */
    void gone();
}
