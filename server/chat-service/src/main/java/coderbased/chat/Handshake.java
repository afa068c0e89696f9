package coderbased.chat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The opening handshake of a WebSocket (RFC 6455 section 4.2.1), checked completely before anything acts on it.
 *
 * @param method the request's method
 * @param httpVersion for example {@code HTTP/1.1}
 * @param headers returns all values of a header, one for each time that it was sent
 */
public record Handshake(String method, String httpVersion, Function<String, List<String>> headers) {

    /** The only version of the protocol. */
    public static final String VERSION = "13";

    private static final int BAD_REQUEST = 400;
    private static final int UPGRADE_REQUIRED = 426;
    private static final int KEY_BYTES = 16;
    private static final int KEY_CHARS = 24;

    private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
    private static final String PARAMETER = ";\\s*" + TOKEN + "(\\s*=\\s*(" + TOKEN + "|\"" + TOKEN + "\"))?";
    private static final String EXTENSION = TOKEN + "\\s*(" + PARAMETER + "\\s*)*";
    private static final Pattern EXTENSIONS = Pattern.compile(EXTENSION + "(,\\s*" + EXTENSION + ")*");
    private static final Pattern SUBPROTOCOL = Pattern.compile(TOKEN);

    /**
     * The reason why no WebSocket is opened.
     *
     * @param status the status of the answer, always 4xx
     * @param sentence the reason, for the authors of the client
     */
    public record Fault(int status, String sentence) {}

    /** Returns the reason why the handshake is refused; empty if it is valid. */
    public Optional<Fault> fault() {
        List<String> upgrade = all("Upgrade");
        List<String> version = all("Sec-WebSocket-Version");
        if (upgrade.isEmpty() && version.isEmpty()) {
            return Optional.of(new Fault(UPGRADE_REQUIRED, "This address accepts only WebSocket connections."));
        }
        if (version.size() == 1 && !version.getFirst().equals(VERSION)) {
            return Optional.of(new Fault(
                    UPGRADE_REQUIRED, "Only version " + VERSION + " of the WebSocket protocol is supported."));
        }
        return sentence(upgrade, version).map(sentence -> new Fault(BAD_REQUEST, sentence));
    }

    private Optional<String> sentence(List<String> upgrade, List<String> version) {
        String wrong = null;
        if (!method.equals("GET") || !httpVersion.equals("HTTP/1.1")) {
            wrong = "A WebSocket is opened with GET and HTTP/1.1.";
        } else if (upgrade.size() != 1 || !upgrade.getFirst().equalsIgnoreCase("websocket")) {
            wrong = "The header Upgrade must be websocket.";
        } else if (tokens("Connection").stream().noneMatch("upgrade"::equalsIgnoreCase)) {
            wrong = "The header Connection must name Upgrade.";
        } else if (version.size() != 1) {
            wrong = "The header Sec-WebSocket-Version must be there once.";
        } else if (!isKey(all("Sec-WebSocket-Key"))) {
            wrong = "The header Sec-WebSocket-Key must be there once, with 16 bytes in base64.";
        } else if (!all("Sec-WebSocket-Extensions").stream().allMatch(Handshake::areExtensions)) {
            wrong = "The header Sec-WebSocket-Extensions is malformed.";
        } else if (!areSubprotocols(tokens("Sec-WebSocket-Protocol"))) {
            wrong = "The header Sec-WebSocket-Protocol is malformed.";
        } else if (hasBody()) {
            wrong = "A WebSocket is opened without a body.";
        }
        return Optional.ofNullable(wrong);
    }

    private static boolean isKey(List<String> keys) {
        try {
            return keys.size() == 1
                    && keys.getFirst().length() == KEY_CHARS
                    && Base64.getDecoder().decode(keys.getFirst()).length == KEY_BYTES;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean areExtensions(String value) {
        return value.length() <= 1_000 && EXTENSIONS.matcher(value).matches();
    }

    /** True if the names are valid subprotocols and none comes twice. */
    private static boolean areSubprotocols(List<String> names) {
        return names.stream().allMatch(name -> SUBPROTOCOL.matcher(name).matches())
                && new HashSet<>(names).size() == names.size();
    }

    private boolean hasBody() {
        return !all("Transfer-Encoding").isEmpty()
                || all("Content-Length").stream().anyMatch(length -> !length.equals("0"));
    }

    private List<String> tokens(String header) {
        return all(header).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private List<String> all(String header) {
        return headers.apply(header).stream().map(String::strip).toList();
    }
}
