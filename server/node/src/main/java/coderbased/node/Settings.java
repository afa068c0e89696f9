package coderbased.node;

import coderbased.auth.linking.LinkCheck;
import coderbased.auth.passwords.PasswordCost;
import coderbased.auth.session.SessionLimits;
import coderbased.blobs.BucketAddress;
import coderbased.bus.RedisAddress;
import coderbased.chat.ChatLimits;
import coderbased.files.FileLimits;
import coderbased.http.TrustedProxies;
import coderbased.protocol.Secret;
import coderbased.tls.Tls;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the people who run a server.
 *
 * @param address its addresses
 * @param engines its storage and its bus
 * @param sessions lifetimes of sessions, and the limit of linked devices
 * @param limits limits for people
 * @param trust trust in callers
 */
public record Settings(Address address, Engines engines, SessionLimits sessions, Limits limits, Trust trust) {

    /** The port that a server takes unless it is told otherwise. */
    public static final int STANDARD_PORT = 7070;

    /**
     * The addresses that the server listens on.
     *
     * @param host the address of the public door
     * @param port its TCP port; 0 for any free one
     * @param adminPort the TCP port of the admin door, on the loopback address; 0 for any free one
     */
    public record Address(String host, int port, int adminPort) {

        /** Returns the URL by which a program on this machine reaches that port, in a spelling that the apps take. */
        String url(boolean isSecure, int actualPort) {
            return (isSecure ? "https://" : "http://") + reached() + ":" + actualPort;
        }

        private String reached() {
            String bare = host.replaceAll("^\\[|]$", "");
            try {
                InetAddress address = InetAddress.ofLiteral(bare);
                if (address.isAnyLocalAddress()) {
                    return AdminSocket.HOST;
                }
                return address instanceof Inet6Address
                        ? "[" + bare.replaceFirst("%.*", "") + "]"
                        : address.getHostAddress();
            } catch (IllegalArgumentException _) {
                return host;
            }
        }
    }

    /**
     * The storage and the bus of the server.
     *
     * @param data the directory that holds everything that lasts
     * @param database the PostgreSQL database that holds accounts and messages in its place; null for none
     * @param bus the Redis over which several nodes speak with each other; null for one node
     * @param files the bucket that holds files in its place; null for none
     */
    public record Engines(
            Path data,
            @Nullable Secret database,
            @Nullable RedisAddress bus,
            @Nullable BucketAddress files) {}

    /**
     * Trust in callers, and the checks that they must pass.
     *
     * @param linkCheck policy for the check number
     * @param allowedOrigins web pages that may open a WebSocket
     * @param behindTlsProxy true if every connection comes through a proxy that terminates TLS
     * @param proxies which proxies say for whom they speak; behind others nobody's address is known
     * @param tls the server's own; null where it speaks none
     * @param allowedHosts the names under which it may be called; empty for those that {@link HostCheck} admits
     */
    public record Trust(
            LinkCheck linkCheck,
            Set<String> allowedOrigins,
            boolean behindTlsProxy,
            TrustedProxies proxies,
            @Nullable Tls tls,
            Set<String> allowedHosts) {

        /** Under no name in particular. */
        public Trust(
                LinkCheck linkCheck,
                Set<String> allowedOrigins,
                boolean behindTlsProxy,
                TrustedProxies proxies,
                @Nullable Tls tls) {
            this(linkCheck, allowedOrigins, behindTlsProxy, proxies, tls, Set.of());
        }
    }

    /**
     * Limits for people.
     *
     * @param sockets a WebSocket
     * @param files limits for files
     * @param passwords the cost of a password's hash
     */
    public record Limits(ChatLimits sockets, FileLimits files, PasswordCost passwords) {}

    /** Returns the default settings for a server on this machine with that data. */
    public static Settings standard(Path data) {
        return new Settings(
                new Address("127.0.0.1", STANDARD_PORT, 0),
                new Engines(data, null, null, null),
                SessionLimits.defaults(),
                new Limits(ChatLimits.standard(), FileLimits.standard(), PasswordCost.ofThisHeap()),
                new Trust(LinkCheck.ADAPTIVE, Set.of(), false, TrustedProxies.NONE, null));
    }

    /** The address of the public door. */
    public String host() {
        return address.host();
    }

    /** The TCP port of the public door; 0 for any free one. */
    public int port() {
        return address.port();
    }

    /** The directory that holds everything that lasts. */
    public Path data() {
        return engines.data();
    }

    /** The same with accounts and messages in that PostgreSQL database. */
    public Settings withDatabase(String url) {
        return new Settings(
                address, new Engines(data(), new Secret(url), engines.bus(), engines.files()), sessions, limits, trust);
    }

    /** The same as one node of several, which meet at that Redis. */
    public Settings withBus(String url) {
        return new Settings(
                address,
                new Engines(data(), engines.database(), RedisAddress.of(url), engines.files()),
                sessions,
                limits,
                trust);
    }

    /** The same with files in that bucket. */
    public Settings withFiles(BucketAddress bucket) {
        return new Settings(
                address, new Engines(data(), engines.database(), engines.bus(), bucket), sessions, limits, trust);
    }

    /** The same on another port. */
    public Settings withPort(int other) {
        return with(new Address(address.host(), other, address.adminPort()));
    }

    /** The same with other lifetimes. */
    public Settings with(SessionLimits others) {
        return new Settings(address, engines, others, limits, trust);
    }

    /** The same with other limits for WebSockets. */
    public Settings with(ChatLimits others) {
        return with(new Limits(others, limits.files(), limits.passwords()));
    }

    /** The same with other limits for files. */
    public Settings with(FileLimits others) {
        return with(new Limits(limits.sockets(), others, limits.passwords()));
    }

    /** The same with another cost of passwords. */
    public Settings with(PasswordCost cost) {
        return with(new Limits(limits.sockets(), limits.files(), cost));
    }

    /** The same with another trust. */
    public Settings with(Trust other) {
        return new Settings(address, engines, sessions, limits, other);
    }

    /** The same with another policy for check numbers. */
    public Settings with(LinkCheck policy) {
        return with(new Trust(
                policy,
                trust.allowedOrigins(),
                trust.behindTlsProxy(),
                trust.proxies(),
                trust.tls(),
                trust.allowedHosts()));
    }

    /** The same at another address. */
    public Settings with(Address other) {
        return new Settings(other, engines, sessions, limits, trust);
    }

    private Settings with(Limits others) {
        return new Settings(address, engines, sessions, others, trust);
    }
}
