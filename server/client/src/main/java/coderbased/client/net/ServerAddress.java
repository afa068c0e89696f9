package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Address of a server. Plain {@code http} is allowed only to this machine: elsewhere it would expose the tokens.
 *
 * @param uri scheme, host and port, nothing more
 */
public record ServerAddress(URI uri) {

    private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Validates the address.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public ServerAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(MESSAGES.text("address.scheme"));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            throw new IllegalArgumentException(MESSAGES.text("address.wrong"));
        }
        if (scheme.equals("http") && !isThisMachine(uri.getHost())) {
            throw new IllegalArgumentException(MESSAGES.text("address.insecure"));
        }
        uri = URI.create(scheme + "://" + uri.getRawAuthority());
    }

    /**
     * Parses what a user typed. Without a scheme, {@code https://} is assumed, or {@code http://} for this machine.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static ServerAddress parse(String typed) {
        String text = typed.strip();
        if (!text.contains("://")) {
            text = schemeFor(text) + text;
        }
        try {
            return new ServerAddress(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(MESSAGES.text("address.wrong"), e);
        }
    }

    /** Returns the address of an HTTP call. */
    URI http(String path) {
        return uri.resolve(path);
    }

    /** Returns the address of a WebSocket. */
    URI socket(String path) {
        return URI.create("ws" + uri.toString().substring("http".length()) + path);
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static String schemeFor(String hostAndPort) {
        String host = hostAndPort.replaceFirst(":[0-9]*/?$", "");
        return isThisMachine(host) ? "http://" : "https://";
    }

    private static boolean isThisMachine(String host) {
        return LOOPBACK_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }
}
