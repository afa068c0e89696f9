package coderbased.chat;

/**
 * The number of connections that strangers may hold on one node. The larger part of the heap, and half of the
 * connections that the system allows, stay for devices that are signed in.
 */
final class SocketRoom {

    private static final long HEAP_OF_THE_SERVER = 32L << 20;
    private static final long HEAP_PER_SOCKET = 200 * 1024;
    private static final int PART_OF_CONNECTIONS = 4;
    private static final int MIN_SOCKETS = 25;
    private static final int MAX_SOCKETS = 5_000;

    private SocketRoom() {}

    /**
     * Returns how many guests may wait, and how many devices that have not authenticated.
     *
     * @param heap bytes of heap
     * @param handles number of files and connections that this process may still open
     */
    static int of(long heap, long handles) {
        long room = (heap - HEAP_OF_THE_SERVER) / HEAP_PER_SOCKET;
        long connections = FileHandles.forConnections(handles) / PART_OF_CONNECTIONS;
        return Math.clamp(Math.min(room, connections), MIN_SOCKETS, MAX_SOCKETS);
    }
}
