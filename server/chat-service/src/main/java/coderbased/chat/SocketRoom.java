package coderbased.chat;

/**
 * The number of connections that strangers may hold on one node. The larger part of the heap stays for devices that are
 * signed in.
 */
final class SocketRoom {

    private static final long SERVER_HEAP = 32L << 20;
    private static final long HEAP_PER_SOCKET = 200 * 1024;
    private static final int MIN_SOCKETS = 50;
    private static final int MAX_SOCKETS = 5_000;

    private SocketRoom() {}

    /**
     * Returns how many guests may wait with that many bytes of heap, and how many devices that have not authenticated.
     */
    static int of(long heap) {
        return Math.clamp((heap - SERVER_HEAP) / HEAP_PER_SOCKET, MIN_SOCKETS, MAX_SOCKETS);
    }
}
