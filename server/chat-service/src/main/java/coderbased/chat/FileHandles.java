package coderbased.chat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * The files and connections that this process may open. A process that has no handle left can accept nobody, and cannot
 * open a file either. Thread-safe.
 */
final class FileHandles {

    /** For the database, the server's own connections, and what is loaded later. */
    private static final long FOR_THE_SERVER = 100;

    private static final int QUARTERS_FOR_CONNECTIONS = 3;
    private static final int QUARTERS = 4;

    private FileHandles() {}

    /** Returns how many handles this process may still take; {@link Long#MAX_VALUE} where the system does not say. */
    static long free() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        && system.getMaxFileDescriptorCount() > 0
                ? system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /**
     * Returns how many of that many handles are for connections; the rest is for the server and for files that are
     * sent.
     */
    static long forConnections(long free) {
        return Math.max(0, free - FOR_THE_SERVER) / QUARTERS * QUARTERS_FOR_CONNECTIONS;
    }
}
