package coderbased.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The trusted proxies, and the real caller behind them.
 *
 * <p>A header says what anybody likes. So {@code X-Forwarded-For} is read only on connections from a proxy that is
 * known, and from its end: each proxy adds the address that it saw, and the first of them that is not a known proxy is
 * the caller. Thread-safe.
 */
public final class TrustedProxies {

    /** The header that proxies add to. */
    public static final String HEADER = "X-Forwarded-For";

    /** Nobody stands before the server. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = List.copyOf(networks);
    }

    /**
     * Reads addresses and networks (RFC 4632 section 3.1, RFC 4291 section 2.3), for example {@code 10.0.0.0/8}.
     *
     * @throws IllegalArgumentException for any other text, with a sentence for the person
     */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream().map(Network::of).toList());
    }

    /** True if there are any. */
    public boolean areKnown() {
        return !networks.isEmpty();
    }

    /**
     * Returns the caller's address.
     *
     * @param connected the other end of the connection
     * @param forwardedFor every value of {@link #HEADER}, in order
     * @return empty if a trusted proxy does not name the caller: the address is unknown then
     */
    public Optional<InetAddress> caller(InetAddress connected, List<String> forwardedFor) {
        if (!include(connected)) {
            return Optional.of(connected);
        }
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        for (String hop : hops.reversed()) {
            InetAddress address = address(hop.strip());
            if (address == null || !include(address)) {
                return Optional.ofNullable(address);
            }
        }
        return Optional.empty();
    }

    /** True if the address is a trusted proxy's. */
    public boolean include(InetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address));
    }

    /**
     * Some proxies add the port too: {@code 192.0.2.1:4711}, {@code [2001:db8::1]:4711}. A zone means something on the
     * machine that wrote it only. Short forms of IPv4 addresses ({@code 127.1}) are no proxy's.
     */
    private static @Nullable InetAddress address(String hop) {
        int bracket = hop.indexOf(']');
        boolean oneColon = hop.indexOf(':') >= 0 && hop.indexOf(':') == hop.lastIndexOf(':');
        String bare = hop.startsWith("[") && bracket > 0
                ? hop.substring(1, bracket)
                : oneColon ? hop.substring(0, hop.indexOf(':')) : hop;
        int zone = bare.indexOf('%');
        String literal = zone < 0 || bare.indexOf(':') < 0 ? bare : bare.substring(0, zone);
        try {
            InetAddress address = InetAddress.ofLiteral(literal);
            return literal.indexOf(':') >= 0 || literal.equals(address.getHostAddress()) ? address : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private record Network(InetAddress base, int bits) {

        static Network of(String text) {
            int slash = text.indexOf('/');
            try {
                InetAddress base = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
                int all = base.getAddress().length * Byte.SIZE;
                int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
                if (bits >= 0 && bits <= all) {
                    return new Network(base, bits);
                }
            } catch (IllegalArgumentException _) {
                // Neither an address nor a number of bits: said below.
            }
            throw new IllegalArgumentException(
                    text + " is not an address or a network. Use 192.0.2.7, 10.0.0.0/8 or fd00::/8.");
        }

        boolean holds(InetAddress address) {
            byte[] mine = base.getAddress();
            byte[] theirs = address.getAddress();
            if (mine.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
