package coderbased.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of an HTTP call, as a proof and as the server name it: without query and fragment, normalised (RFC 9449
 * section 4.3, RFC 3986 section 6.2). The scheme stays out: a proxy in front of the server may speak TLS.
 *
 * @param authority host, and port unless it is the scheme's own, in lower case
 * @param path with neither dot segments nor needless escapes
 */
public record CallPlace(String authority, String path) {

    private static final Pattern URI = Pattern.compile(
            "(?i)(https?)://([a-z0-9._~-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?(/[\\x21-\\x7e&&[^?#]]*)?(?:[?#].*)?");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})?");

    /** Left out of both: the scheme, and so which of them is usual, is not compared. */
    private static final Set<String> USUAL_PORTS = Set.of("80", "443");

    private static final String UNRESERVED = "-._~";

    /** The place that a proof names; empty where it names none. */
    public static Optional<CallPlace> named(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = parts.group(3) == null || USUAL_PORTS.contains(parts.group(3)) ? "" : ":" + parts.group(3);
        return path(parts.group(4) == null ? "/" : parts.group(4))
                .map(path -> new CallPlace(parts.group(2).toLowerCase(Locale.ROOT) + port, path));
    }

    /** The place that was asked for; the port of either scheme may be left out. */
    public static Optional<CallPlace> of(RequestTarget asked) {
        String host = asked.host().toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
        return path(asked.path()).map(path -> new CallPlace(host, path));
    }

    private static Optional<String> path(String raw) {
        StringBuilder plain = new StringBuilder();
        Matcher escapes = ESCAPE.matcher(raw);
        while (escapes.find()) {
            if (escapes.group(1) == null) {
                return Optional.empty();
            }
            escapes.appendReplacement(plain, Matcher.quoteReplacement(unescaped(escapes.group(1))));
        }
        return Optional.of(withoutDots(escapes.appendTail(plain).toString()));
    }

    private static String unescaped(String hex) {
        char character = (char) HexFormat.fromHexDigits(hex);
        boolean plain =
                character < 0x80 && (Character.isLetterOrDigit(character) || UNRESERVED.indexOf(character) >= 0);
        return plain ? String.valueOf(character) : "%" + hex.toUpperCase(Locale.ROOT);
    }

    /** RFC 3986 section 5.2.4, for a path that begins with a slash. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean isLast = i == segments.length - 1;
            if (segments[i].equals("..")) {
                kept.pollLast();
            } else if (!segments[i].equals(".")) {
                kept.addLast(segments[i]);
                continue;
            }
            if (isLast) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }
}
