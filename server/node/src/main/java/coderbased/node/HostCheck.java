package coderbased.node;

import coderbased.auth.TrustedProxies;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks which name a caller has for this server (RFC 9110 section 7.2). A web page can give its own name the address
 * 127.0.0.1 and then reach a server on its reader's machine as if it were the page's own (DNS rebinding). The browser
 * still sends the page's name, so callers on this machine have to use a name of this machine. Thread-safe.
 */
final class HostCheck {

    private static final String LOCALHOST = "localhost";

    private final Set<String> allowed;
    private final TrustedProxies proxies;
    private final boolean guardsLoopback;

    /**
     * @param allowed the server's names without a port; when there are any, everybody has to use one of them
     * @param proxies they say for whom they speak, and pass on the name that the caller used
     * @param guardsLoopback false if all callers seem to be on this machine, and none of them is trusted for that
     */
    HostCheck(Set<String> allowed, TrustedProxies proxies, boolean guardsLoopback) {
        this.allowed = allowed.stream().map(HostCheck::plain).collect(Collectors.toUnmodifiableSet());
        this.proxies = proxies;
        this.guardsLoopback = guardsLoopback;
    }

    /** Returns the check for a server with those settings. */
    static HostCheck of(Settings.Trust trust) {
        boolean unknownProxy = trust.behindTlsProxy() && !trust.proxies().areKnown();
        // No page has a certificate for this server's name, so TLS alone keeps other names out.
        return new HostCheck(trust.allowedHosts(), trust.proxies(), !unknownProxy && trust.tls() == null);
    }

    /** Returns the check for a door that only this machine has. */
    static HostCheck ofThisMachine() {
        return new HostCheck(Set.of(), TrustedProxies.NONE, true);
    }

    /**
     * True if a caller may use that name.
     *
     * @param peer the other end of the connection
     * @param host as in the {@code Host} header, with or without a port
     */
    boolean admits(InetAddress peer, String host) {
        String name = plain(withoutPort(host));
        if (allowed.contains(name) || (peer.isLoopbackAddress() && isThisMachine(name))) {
            return true;
        }
        return allowed.isEmpty() && (!guardsLoopback || !peer.isLoopbackAddress() || proxies.include(peer));
    }

    private static boolean isThisMachine(String name) {
        return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST) || isLoopback(address(name));
    }

    private static boolean isLoopback(@Nullable InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }

    private static @Nullable InetAddress address(String name) {
        try {
            return InetAddress.ofLiteral(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String withoutPort(String host) {
        int colon = host.lastIndexOf(':');
        boolean inBrackets = colon < host.lastIndexOf(']');
        return colon < 0 || inBrackets ? host : host.substring(0, colon);
    }

    /** Without the dot that ends a complete name, and without the brackets of an IPv6 address. */
    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("[") && lower.endsWith("]")) {
            return lower.substring(1, lower.length() - 1);
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
