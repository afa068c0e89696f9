package coderbased.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one decision about where a caller is. HTTP calls and WebSockets both ask here.
 *
 * <p>Everything that is not certain ends in an address that is never near: the check number and the password are asked,
 * and nothing is shown that only this machine may see. Nobody is refused for it, because a person cannot repair the
 * server's settings. The operator is warned instead, once for each cause. Thread-safe.
 */
public final class Callers {

    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);
    private static final String HOST = "Host";

    /**
     * The headers by which proxies show themselves (RFC 7239, RFC 9110 section 7.6.3, and what was used before them).
     */
    private static final List<String> FORWARDING = List.of(
            TrustedProxies.HEADER,
            "Forwarded",
            "Via",
            "X-Real-IP",
            "X-Forwarded",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Forwarded-Port",
            "X-Client-IP",
            "X-Cluster-Client-IP",
            "X-Original-Forwarded-For",
            "X-Envoy-External-Address",
            "True-Client-IP",
            "CF-Connecting-IP",
            "Fastly-Client-IP");

    private final TrustedProxies proxies;
    private final boolean behindProxy;
    private final OwnAddresses own;
    private final Set<Doubt> warned = ConcurrentHashMap.newKeySet();

    /** The causes of an uncertain address. */
    private enum Doubt {
        PROXY_ON_THIS_MACHINE,
        PROXY_ELSEWHERE,
        PROXY_SAYS_NOTHING,
        PROXY_CLAIMS_THIS_MACHINE
    }

    /**
     * Decides by these settings.
     *
     * @param behindProxy true if every connection comes through a proxy, known or not
     * @param nanos a clock that only goes forward, as {@link System#nanoTime}
     */
    public Callers(TrustedProxies proxies, boolean behindProxy, LongSupplier nanos) {
        this.proxies = proxies;
        this.behindProxy = behindProxy;
        this.own = new OwnAddresses(nanos);
    }

    /** Decides where nothing stands before the server. */
    public static Callers direct() {
        return new Callers(TrustedProxies.NONE, false, System::nanoTime);
    }

    /**
     * Returns the address of a caller. Never throws, whatever the headers say.
     *
     * @param connected the other end of the connection
     * @param headers all values of a header by its name, in order; empty where there are none
     */
    public CallerAddress of(InetAddress connected, Function<String, List<String>> headers) {
        return proxies.include(connected) ? forwarded(connected, headers) : direct(connected, headers);
    }

    private CallerAddress forwarded(InetAddress proxy, Function<String, List<String>> headers) {
        Optional<InetAddress> caller = proxies.caller(proxy, headers.apply(TrustedProxies.HEADER));
        if (caller.isEmpty()) {
            warn(
                    Doubt.PROXY_SAYS_NOTHING,
                    "A request from the trusted proxy {} names no caller in {}. The addresses of such callers are"
                            + " unknown: the check number is always asked, and limits per address are off. Let the"
                            + " proxy set this header to the address that it sees.",
                    proxy,
                    TrustedProxies.HEADER);
            return CallerAddress.UNKNOWN;
        }
        if (own.include(caller.get())) {
            warn(
                    Doubt.PROXY_CLAIMS_THIS_MACHINE,
                    "A request from the trusted proxy {} claims in {} to come from this machine. The claim is ignored,"
                            + " and the caller's address is unknown. If {} is not a proxy, remove it from"
                            + " --trusted-proxies.",
                    proxy,
                    TrustedProxies.HEADER,
                    proxy);
            return CallerAddress.UNKNOWN;
        }
        return CallerAddress.certain(caller.get());
    }

    private CallerAddress direct(InetAddress connected, Function<String, List<String>> headers) {
        Optional<String> forwarding = FORWARDING.stream()
                .filter(name -> !headers.apply(name).isEmpty())
                .findFirst();
        if (behindProxy && !proxies.areKnown()) {
            return CallerAddress.UNKNOWN;
        }
        forwarding.ifPresent(header -> warnOfProxy(connected, header));
        if (connected.isLoopbackAddress()) {
            boolean certain = forwarding.isEmpty() && !behindProxy && isForThisMachine(headers.apply(HOST));
            return certain ? CallerAddress.certain(connected) : CallerAddress.UNKNOWN;
        }
        return forwarding.isEmpty() && !behindProxy
                ? CallerAddress.certain(connected)
                : CallerAddress.uncertain(connected);
    }

    private void warnOfProxy(InetAddress connected, String header) {
        boolean here = connected.isLoopbackAddress();
        warn(
                here ? Doubt.PROXY_ON_THIS_MACHINE : Doubt.PROXY_ELSEWHERE,
                "A request from {} has the header {}, so it may come through a proxy that this server does not know."
                        + " The addresses of such callers are unknown: the check number is always asked. If {} is your"
                        + " proxy, start the server with --behind-tls-proxy --trusted-proxies={}.",
                connected,
                header,
                connected,
                connected);
    }

    /** A program on this machine asks for this machine. Any other name comes with a proxy, or from a web page. */
    private static boolean isForThisMachine(List<String> hosts) {
        return hosts.stream().allMatch(Callers::isThisMachine);
    }

    private static boolean isThisMachine(String host) {
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        if (name.equals("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(
                            name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name)
                    .isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Anybody can cause it, so it is said once. */
    private void warn(Doubt doubt, String message, Object... facts) {
        if (warned.add(doubt)) {
            LOG.warn(message, textOf(facts));
        }
    }

    private static Object[] textOf(Object... facts) {
        Object[] texts = new Object[facts.length];
        for (int i = 0; i < facts.length; i++) {
            texts[i] = facts[i] instanceof InetAddress address ? SameNetwork.text(address) : facts[i];
        }
        return texts;
    }
}
