package coderbased.auth.tokens;

import coderbased.protocol.DeviceKind;
import java.util.Optional;

/** One explicit type and one audience per kind of token (RFC 8725 section 3.11), so that none passes for the other. */
enum TokenKind {
    /** The phone's. */
    AUTH_TOKEN(DeviceKind.PHONE, "auth+jwt", "coderbased-phone"),
    /** The desktop's. */
    WEB_AUTH_TOKEN(DeviceKind.WEB, "web-auth+jwt", "coderbased-web");

    private final DeviceKind device;
    private final String type;
    private final String audience;

    TokenKind(DeviceKind device, String type, String audience) {
        this.device = device;
        this.type = type;
        this.audience = audience;
    }

    DeviceKind device() {
        return device;
    }

    /** The {@code typ} header. */
    String type() {
        return type;
    }

    /** The {@code aud} claim. */
    String audience() {
        return audience;
    }

    static TokenKind of(DeviceKind device) {
        return switch (device) {
            case PHONE -> AUTH_TOKEN;
            case WEB -> WEB_AUTH_TOKEN;
        };
    }

    static Optional<TokenKind> ofType(String type) {
        for (TokenKind kind : values()) {
            if (kind.type.equals(type)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
