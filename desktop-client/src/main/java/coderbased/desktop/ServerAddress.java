package coderbased.desktop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Reads a server's address the way a person types it. */
final class ServerAddress {

    private static final int HIGHEST_PORT = 65535;

    private ServerAddress() {}

    /**
     * The address typed, with {@code http://} put before it where no scheme was.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong and what would be right
     */
    static URI parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("Type the server's address, for example https://chat.example.org.");
        }
        URI uri = read(text.contains("://") ? text : "http://" + text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("An address begins with http:// or https://, not with " + scheme + "://.");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("The address has no host name. Write it like https://chat.example.org.");
        }
        if (uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("A port is a number from 1 to " + HIGHEST_PORT + ".");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException("Leave out everything but the host name and the port.");
        }
        return withoutTrailingSlash(uri);
    }

    private static URI read(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("This is not an address. Write it like https://chat.example.org.", e);
        }
    }

    private static URI withoutTrailingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
