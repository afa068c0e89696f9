package coderbased.node;

import coderbased.http.TrustedProxies;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks which name a caller has for this server (RFC 9110 section 7.2). A web page can give its own name the address
 * 127.0.0.1 and then reach a server on its reader's machine as if it were the page's own (DNS rebinding). The browser
 * still sends the page's name, so callers on this machine have to use a name of this machine.
 *
 * <p>A proof is compared with the name that its caller used, so this check also says which servers' proofs are taken
 * (RFC 9449 section 4.3). Where names are allowed, only these and their ports count. Otherwise any port of this machine
 * may lead here: what forwards a port does not tell the server its number. No header of a proxy but {@code Host} names
 * the server. Thread-safe.
 */
final class HostCheck {

    private static final String LOCALHOST = "localhost";

    /** The ports that a client leaves out (RFC 9110 section 4.2). */
    private static final Set<String> LEFT_OUT = Set.of("80", "443");

    private static final Pattern HOST_NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");
    private static final Pattern PORT = Pattern.compile("(?:[1-9]\\d{0,4})?");

    private final Set<Name> allowed;
    private final TrustedProxies proxies;
    private final boolean guardsLoopback;

    /**
     * @param allowed the server's names; when there are any, everybody has to use one of them. One with a port counts
     *     for that port, one without for the usual ports and for the one that the server listens on
     * @param proxies they say for whom they speak, and pass on the name that the caller used
     * @param guardsLoopback false if all callers seem to be on this machine, and none of them is trusted for that
     */
    HostCheck(Set<String> allowed, TrustedProxies proxies, boolean guardsLoopback) {
        this.allowed = allowed.stream().map(Name::of).collect(Collectors.toUnmodifiableSet());
        this.proxies = proxies;
        this.guardsLoopback = guardsLoopback;
    }

    /** Returns the check for a server with those settings. */
    static HostCheck of(Settings.Trust trust) {
        boolean unknownProxy = trust.behindTlsProxy() && !trust.proxies().areKnown();
        // No page has a certificate for this server's name, so TLS alone keeps other names out.
        return new HostCheck(trust.allowedHosts(), trust.proxies(), !unknownProxy && trust.tls() == null);
    }

    /** True if a caller can have that name for a server: a host name or an address, with or without a port. */
    static boolean isName(String text) {
        Name name = Name.of(text);
        boolean isHost =
                address(name.host()) != null || HOST_NAME.matcher(name.host()).matches();
        boolean hasEmptyPort = text.endsWith(":") && address(text) == null;
        return isHost && !hasEmptyPort && PORT.matcher(name.port()).matches();
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
     * @param ownPort the port that the server listens on
     */
    boolean admits(InetAddress peer, String host, int ownPort) {
        if (lacksBrackets(host)) {
            return false;
        }
        Name said = Name.of(host);
        String own = Integer.toString(ownPort);
        if (allowed.stream().anyMatch(name -> name.includes(said, own))) {
            return true;
        }
        if (peer.isLoopbackAddress() && isThisMachine(said.host())) {
            return allowed.isEmpty() || said.port().isEmpty() || said.isAt(own);
        }
        return allowed.isEmpty() && (!guardsLoopback || !peer.isLoopbackAddress() || proxies.include(peer));
    }

    /** True for an IPv6 address as no header may spell it (RFC 3986 section 3.2.2); an operator may. */
    private static boolean lacksBrackets(String host) {
        return host.indexOf(':') >= 0
                && address(host.strip()) != null
                && !host.strip().startsWith("[");
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

    /**
     * A name of a server.
     *
     * @param port empty where none is said
     */
    private record Name(String host, String port) {

        static Name of(String host) {
            int colon = host.lastIndexOf(':');
            boolean noPort = colon < 0 || colon < host.lastIndexOf(']') || address(host) != null;
            return noPort
                    ? new Name(plain(host), "")
                    : new Name(
                            plain(host.substring(0, colon)),
                            host.substring(colon + 1).strip());
        }

        /** True if that is this name, as an operator wrote it. */
        boolean includes(Name said, String ownPort) {
            boolean isUsual = said.port.isEmpty() || LEFT_OUT.contains(said.port) || said.isAt(ownPort);
            return host.equals(said.host) && (port.isEmpty() ? isUsual : said.isAt(port));
        }

        /** True if it names that port, which it may leave out where clients do. */
        boolean isAt(String other) {
            return port.equals(other) || (port.isEmpty() && LEFT_OUT.contains(other));
        }
    }

    /** Without the dot that ends a complete name; an IPv6 address in its one spelling, without brackets. */
    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        boolean isBracketed = lower.startsWith("[") && lower.endsWith("]");
        String bare = isBracketed ? lower.substring(1, lower.length() - 1) : lower;
        InetAddress literal = bare.indexOf(':') < 0 ? null : address(bare);
        if (literal != null) {
            return literal.getHostAddress();
        }
        if (isBracketed) {
            return bare;
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
