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

    /** Below this number of free handles the server gets a part of them, and works badly. */
    private static final long FEW = 167;

    private static final int TENTHS_OF_FEW = 3;
    private static final int TENTHS = 10;

    private FileHandles() {}

    /** Returns how many handles this process may still take; {@link Long#MAX_VALUE} where the system does not say. */
    static long free() {
        return limit() < Long.MAX_VALUE
                        && ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? limit() - system.getOpenFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /** Returns how many handles this process may hold; {@link Long#MAX_VALUE} where the system does not say. */
    static long limit() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                        && system.getMaxFileDescriptorCount() > 0
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /**
     * Returns how many of that many handles are for connections; the rest is for the server and for files that are
     * sent.
     */
    static long forConnections(long free) {
        return free < FEW
                ? Math.max(0, free) * TENTHS_OF_FEW / TENTHS
                : (free - FOR_THE_SERVER) / QUARTERS * QUARTERS_FOR_CONNECTIONS;
    }
}
