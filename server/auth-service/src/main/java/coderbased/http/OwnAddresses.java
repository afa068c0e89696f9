package coderbased.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The addresses of the machine that the server runs on, and those that are nobody's. No other machine can call from
 * them. Read again now and then, because interfaces come and go. Thread-safe.
 */
final class OwnAddresses {

    private static final Duration CACHE_TIME = Duration.ofSeconds(30);

    private final LongSupplier nanos;
    private volatile Read read;

    private record Read(Set<InetAddress> addresses, long at) {}

    /** @param nanos a clock that only goes forward */
    OwnAddresses(LongSupplier nanos) {
        this.nanos = nanos;
        this.read = new Read(now(), nanos.getAsLong());
    }

    boolean include(InetAddress address) {
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || (address instanceof Inet6Address six && six.isIPv4CompatibleAddress())
                || current().contains(address);
    }

    private Set<InetAddress> current() {
        Read last = read;
        if (nanos.getAsLong() - last.at() > CACHE_TIME.toNanos()) {
            last = new Read(now(), nanos.getAsLong());
            read = last;
        }
        return last.addresses();
    }

    private static Set<InetAddress> now() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (SocketException e) {
            return Set.of();
        }
    }
}
