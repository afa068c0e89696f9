package coderbased.auth.tokens;

import coderbased.http.CallPlace;
import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.Wire;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.ProtectedHeader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A proof as it came in, signed by the key that it names itself.
 *
 * @param key the key that signed it
 */
record DpopProof(DeviceKey key, Dpop.Claims claims) {

    private static final JwtParser PARSER = Jwts.parser()
            .sig()
            .clear()
            .add(Jwts.SIG.ES256)
            .and()
            .zip()
            .clear()
            .and()
            .keyLocator(header -> ((ProtectedHeader) header).getJwk().toKey())
            .build();

    /** Everything that a proof's header has. The library ignores other members, and some of them twice. */
    private record Header(String typ, String alg, DeviceKey jwk) {}

    /**
     * Reads it; empty if it is none, is spelled in another way than JWTs are, or is not signed by the key in it. Never
     * throws, whatever the text.
     */
    static Optional<DpopProof> read(String text) {
        if (!TokenSpelling.isPlain(text, Dpop.MAX_PROOF_CHARS)) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        try {
            Header header = Wire.read(decoded(parts[0]), Header.class);
            Dpop.Claims claims = Wire.read(decoded(parts[1]), Dpop.Claims.class);
            PARSER.parseSignedClaims(text);
            return Dpop.TYPE.equals(header.typ()) ? Optional.of(new DpopProof(header.jwk(), claims)) : Optional.empty();
        } catch (Wire.Malformed | CharacterCodingException | JwtException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** True if it was made for that call with that token. */
    boolean isFor(DpopCredentials call) {
        return claims.htm().equals(call.asked().method())
                && claims.ath().equals(Dpop.hash(call.token().value()))
                && CallPlace.named(claims.htu()).equals(CallPlace.of(call.asked()));
    }

    private static String decoded(String part) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Base64Url.decode(part)))
                .toString();
    }
}
