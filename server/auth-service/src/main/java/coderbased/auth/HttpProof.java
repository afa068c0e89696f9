package coderbased.auth;

import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A proof as it came in, read but not believed yet.
 *
 * @param signed what the signature is of
 */
record HttpProof(Dpop.Header header, Dpop.Claims claims, String signed, String signature) {

    private static final int PARTS = 3;

    /** Reads it; empty where it is none. Never throws, whatever the text. */
    static Optional<HttpProof> read(String text) {
        String[] parts = text.length() > Dpop.MAX_PROOF_CHARS ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new HttpProof(
                    Wire.read(decoded(parts[0]), Dpop.Header.class),
                    Wire.read(decoded(parts[1]), Dpop.Claims.class),
                    parts[0] + "." + parts[1],
                    parts[2]));
        } catch (Wire.Malformed | IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether that key signed it, and it says so. */
    boolean isSignedBy(DeviceKey key) {
        return Dpop.TYPE.equals(header.typ())
                && Dpop.ALGORITHM.equals(header.alg())
                && key.equals(header.jwk())
                && key.verifies(signed.getBytes(StandardCharsets.US_ASCII), signature);
    }

    /** Whether it was made for that call with that token. */
    boolean isFor(Presented call) {
        return claims.htm().equals(call.asked().method())
                && claims.ath().equals(Dpop.hash(call.token()))
                && isPlace(claims.htu(), call.asked());
    }

    /** Scheme and port are as far as the server can not see them: a proxy in front may speak TLS. */
    private static boolean isPlace(String htu, Asked asked) {
        String place = withoutScheme(htu, "https://", ":443")
                .or(() -> withoutScheme(htu, "http://", ":80"))
                .orElse("");
        String host = asked.host().replaceFirst(":(80|443)$", "");
        return !host.isEmpty()
                && place.regionMatches(true, 0, host, 0, host.length())
                && place.substring(host.length()).equals(asked.path());
    }

    private static Optional<String> withoutScheme(String htu, String scheme, String standardPort) {
        if (!htu.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return Optional.empty();
        }
        String rest = htu.substring(scheme.length());
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String plain = authority.endsWith(standardPort)
                ? authority.substring(0, authority.length() - standardPort.length())
                : authority;
        return Optional.of(plain + rest.substring(authority.length()));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
