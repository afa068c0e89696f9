package coderbased.client.net;

import java.net.URI;

/**
 * Address of a server. Plain {@code http} is allowed only to this machine: elsewhere it would expose the tokens.
 *
 * @param uri scheme, host and port, nothing more; two addresses of one place are equal
 */
public record ServerAddress(URI uri) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Validates the address.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public ServerAddress {
        uri = AddressText.read(uri.toString());
    }

    /**
     * Parses what a user typed. Without a scheme, {@code https://} is assumed, or {@code http://} for this machine.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static ServerAddress parse(String typed) {
        return new ServerAddress(AddressText.read(typed));
    }

    /** Returns the address of an HTTP call. */
    URI http(String path) {
        return URI.create(uri + path);
    }

    /** Returns the address of a WebSocket. */
    URI socket(String path) {
        return URI.create("ws" + uri.toString().substring("http".length()) + path);
    }

    /** True if the server is reached by TLS. */
    boolean isSecure() {
        return uri.getScheme().equals("https");
    }

    /** Returns host and port, always with the port. */
    String place() {
        return uri.getHost() + ":" + port();
    }

    /** Returns the port, also where the address leaves it out. */
    int port() {
        int usual = isSecure() ? HTTPS_PORT : HTTP_PORT;
        return uri.getPort() < 0 ? usual : uri.getPort();
    }

    /** Returns the address as people write it: an international name in its own letters. */
    @Override
    public String toString() {
        String host = uri.getHost();
        return uri.toString().replace(host, AddressText.unicode(host));
    }
}
