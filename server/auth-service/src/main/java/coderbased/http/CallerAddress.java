package coderbased.http;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address of a caller, as far as the server can tell. Only a certain address says anything about how near a caller
 * is.
 *
 * @param seen the address that limits count; null where nothing can be counted, because callers share it with strangers
 * @param certain true if it is the caller's own address and not that of a proxy, which may speak for anybody
 */
public record CallerAddress(@Nullable InetAddress seen, boolean certain) {

    /** The text of an address that is not certain. */
    static final String UNKNOWN_TEXT = "unknown";

    /** A caller whose address nobody can tell. Limits per address do not apply to it. */
    public static final CallerAddress UNKNOWN = new CallerAddress(null, false);

    /** A caller's own address. */
    public static CallerAddress certain(InetAddress own) {
        return new CallerAddress(own, true);
    }

    /** The other end of a connection that may be a proxy. It is counted, and never near. */
    static CallerAddress uncertain(InetAddress connected) {
        return new CallerAddress(connected, false);
    }

    /** True if the caller is certainly on the machine that the server runs on. */
    public boolean isThisMachine() {
        return certain && seen != null && seen.isLoopbackAddress();
    }

    /** Returns the network that open connections are counted by; empty where the address is unknown. */
    public Optional<String> connectedNetwork() {
        return Optional.ofNullable(seen).map(SameNetwork::network);
    }

    /** Returns the network that attempts are counted by; empty for this very machine and for an unknown address. */
    public Optional<String> network() {
        return isThisMachine() ? Optional.empty() : connectedNetwork();
    }

    /** Returns the address for people to read; {@value #UNKNOWN_TEXT} where it is not certain. */
    public String text() {
        return certain && seen != null ? SameNetwork.text(seen) : UNKNOWN_TEXT;
    }
}
