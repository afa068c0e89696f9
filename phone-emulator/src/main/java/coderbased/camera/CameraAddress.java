package coderbased.camera;

import java.io.ByteArrayOutputStream;
import java.net.IDN;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The address of a network camera, in its parts. Host names may have underscores, as people give them, and letters
 * beyond ASCII; {@link URI} knows no host in either case.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in ASCII; an IPv6 address in brackets
 * @param port -1 for that of the scheme
 * @param path with its query, as in the request line
 * @param user name and password as bytes, with the colon between them; null if the address has none
 */
record CameraAddress(String scheme, String host, int port, String path, byte @Nullable [] user) {

    /** @throws IllegalArgumentException if it is not the address of a host over HTTP */
    static CameraAddress of(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String authority = address.getRawAuthority();
        if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
            throw new IllegalArgumentException("not an address of a host over http");
        }
        int at = authority.lastIndexOf('@');
        String place = authority.substring(at + 1);
        int colon = place.lastIndexOf(':');
        boolean hasPort = colon > place.lastIndexOf(']');
        String host = hasPort ? place.substring(0, colon) : place;
        String digits = hasPort ? place.substring(colon + 1) : "";
        int port = digits.isEmpty() ? -1 : Integer.parseInt(digits);
        if (host.isEmpty() || port > 0xFFFF || port < -1) {
            throw new IllegalArgumentException("not an address of a host over http");
        }
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        byte[] user = at < 0 ? null : user(authority.substring(0, at));
        return new CameraAddress(scheme, ascii(host), port, path + query, user);
    }

    /** Returns the address without name and password. */
    URI uri() {
        return uri(host);
    }

    /** Returns the address with another host, for example the number of this one. */
    URI uri(String instead) {
        return URI.create(scheme + "://" + instead + (port < 0 ? "" : ":" + port) + path);
    }

    /** True if {@link URI} and with it the HTTP client know the host. */
    boolean isPlain() {
        return uri().getHost() != null;
    }

    /** Returns the value of the header Host. */
    String hostHeader() {
        return port < 0 ? host : host + ":" + port;
    }

    /** True if the password of this address may be sent to another one: to the same host, and not less protected. */
    boolean trusts(CameraAddress other) {
        return host.equalsIgnoreCase(other.host) && (scheme.equals("http") || other.scheme.equals("https"));
    }

    private static String ascii(String host) {
        return host.startsWith("[") || host.chars().allMatch(c -> c < 0x80) ? host : IDN.toASCII(host);
    }

    private static byte[] user(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = (raw.contains(":") ? raw : raw + ":").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            int value = text[i] == '%' && i + 2 < text.length ? hex(text[i + 1]) << 4 | hex(text[i + 2]) : -1;
            bytes.write(value < 0 ? text[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return bytes.toByteArray();
    }

    private static int hex(byte digit) {
        int value = Character.digit(digit, 16);
        return value < 0 ? Integer.MIN_VALUE : value;
    }

    /** Leaves out name and password. */
    @Override
    public String toString() {
        return uri().toString();
    }
}
