package coderbased.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The test for two devices on the same network, as the server sees them: a hint that they are near, never a proof. */
public final class SameNetwork {

    private static final int IPV4_PREFIX_BYTES = 3;
    private static final int IPV6_PREFIX_BYTES = 8;
    private static final int UNIQUE_LOCAL_MASK = 0xFE;
    private static final int UNIQUE_LOCAL = 0xFC;

    private SameNetwork() {}

    /** An address as text, without the name of the interface it was seen on. */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }

    /**
     * Returns the network that is counted as one household or one attacker: an IPv4 address, or the first half of an
     * IPv6 address.
     */
    static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? text(address) : HexFormat.of().formatHex(bytes, 0, IPV6_PREFIX_BYTES);
    }

    /** The same of an address as text; empty if it is not an address. */
    public static Optional<String> network(String text) {
        return literal(text).map(SameNetwork::network);
    }

    /** True if both are the machine that the server runs on. */
    public static boolean thisMachine(@Nullable String one, @Nullable String other) {
        return literal(one).filter(InetAddress::isLoopbackAddress).isPresent()
                && literal(other).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    /** False if one of the addresses is unknown: the server is not certain of it. */
    public static boolean of(@Nullable String one, @Nullable String other) {
        Optional<InetAddress> first = literal(one);
        return first.isPresent()
                && literal(other).filter(second -> of(first.get(), second)).isPresent();
    }

    private static Optional<InetAddress> literal(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(InetAddress::ofLiteral);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same address, both this very machine, or neighbours in a private /24 (IPv4) or /64 (IPv6) network. */
    static boolean of(InetAddress one, InetAddress other) {
        return one.equals(other)
                || (one.isLoopbackAddress() && other.isLoopbackAddress())
                || (isPrivate(one) && isPrivate(other) && samePrefix(one, other));
    }

    private static boolean isPrivate(InetAddress address) {
        return address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                // RFC 4193: fc00::/7, which Java does not know.
                || (!(address instanceof Inet4Address)
                        && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL);
    }

    private static boolean samePrefix(InetAddress one, InetAddress other) {
        byte[] first = one.getAddress();
        byte[] second = other.getAddress();
        int bytes = one instanceof Inet4Address ? IPV4_PREFIX_BYTES : IPV6_PREFIX_BYTES;
        return first.length == second.length && Arrays.equals(first, 0, bytes, second, 0, bytes);
    }
}
