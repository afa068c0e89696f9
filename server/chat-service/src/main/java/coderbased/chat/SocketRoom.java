package coderbased.chat;

import java.util.Optional;

/**
 * The number of connections that this process has room for, and the part of them that strangers may hold. The larger
 * part of the heap, and half of the connections that the system allows, stay for devices that are signed in.
 */
public final class SocketRoom {

    /** Bytes of heap for the server itself, with two passwords that are hashed in a small one. */
    private static final long HEAP_OF_THE_SERVER = 32L << 20;

    /** Bytes of heap for a connection of which nothing is known yet. */
    private static final long HEAP_PER_CONNECTION = 64 * 1024;

    private static final long HEAP_PER_STRANGER = 200 * 1024;

    /** Six kilobytes while it waits; the rest is for what a hostile one can leave half sent and unread. */
    private static final long HEAP_PER_GUEST = 48 * 1024;

    private static final int PART_OF_STRANGERS = 4;
    private static final int PART_OF_CALLS = 4;
    private static final int MIN_CONNECTIONS = 50;
    private static final int MIN_STRANGERS = 25;
    private static final int MAX_STRANGERS = 5_000;

    /** The number of files and connections that a process must be able to open. */
    private static final long NEEDED_HANDLES = 1_024;

    private SocketRoom() {}

    /**
     * Returns a warning if the system lets this process open too few files and connections; empty if not.
     *
     * @param connections the number of connections that there is room for
     */
    public static Optional<String> warning(int connections) {
        return warning(FileHandles.limit(), connections);
    }

    static Optional<String> warning(long limit, int connections) {
        return limit >= NEEDED_HANDLES
                ? Optional.empty()
                : Optional.of("The system lets this server open " + limit + " files and connections, which is room for "
                        + connections + " connections. Raise the limit to " + NEEDED_HANDLES
                        + " or more: ulimit -n, or LimitNOFILE in a service unit.");
    }

    /** Returns how many connections this process may have at a time. */
    public static int connections() {
        return connections(Runtime.getRuntime().maxMemory(), FileHandles.free());
    }

    /**
     * Returns how many connections there may be at a time.
     *
     * @param heap bytes of heap
     * @param handles number of files and connections that a process may still open
     */
    public static int connections(long heap, long handles) {
        long room = Math.max((heap - HEAP_OF_THE_SERVER) / HEAP_PER_CONNECTION, MIN_CONNECTIONS);
        return Math.clamp(Math.min(room, FileHandles.forConnections(handles)), 1, Integer.MAX_VALUE);
    }

    /** Returns how many of the connections WebSockets may hold; the others are left to calls, which are short. */
    static int sockets(int connections) {
        return Math.max(1, connections - Math.ceilDiv(connections, PART_OF_CALLS));
    }

    /** Returns how many devices that have not authenticated there may be; the same parameters. */
    static int strangers(long heap, long handles) {
        return strangers(MAX_STRANGERS, HEAP_PER_STRANGER, heap, handles);
    }

    /**
     * Returns how many guests may wait; the same parameters.
     *
     * @param most the most that are wanted
     */
    static int guests(int most, long heap, long handles) {
        return strangers(most, HEAP_PER_GUEST, heap, handles);
    }

    private static int strangers(int most, long heapForOne, long heap, long handles) {
        long room = Math.max((heap - HEAP_OF_THE_SERVER) / heapForOne, MIN_STRANGERS);
        long connections = FileHandles.forConnections(handles) / PART_OF_STRANGERS;
        return Math.clamp(Math.min(room, connections), 1, most);
    }
}
