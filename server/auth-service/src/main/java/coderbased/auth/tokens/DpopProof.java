package coderbased.auth.tokens;

import coderbased.http.CallPlace;
import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A proof as it came in, read but not believed yet.
 *
 * @param signed the signed text
 */
record DpopProof(Dpop.Header header, Dpop.Claims claims, String signed, String signature) {

    /** Reads it; empty where it is none, or spelled in another way than JWTs are. Never throws, whatever the text. */
    static Optional<DpopProof> read(String text) {
        if (!TokenSpelling.isPlain(text, Dpop.MAX_PROOF_CHARS)) {
            return Optional.empty();
        }
        String[] parts = text.split("\\.", -1);
        try {
            return Optional.of(new DpopProof(
                    Wire.read(decoded(parts[0]), Dpop.Header.class),
                    Wire.read(decoded(parts[1]), Dpop.Claims.class),
                    parts[0] + "." + parts[1],
                    parts[2]));
        } catch (Wire.Malformed | CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** True if that key signed it, and the proof names that key. */
    boolean isSignedBy(DeviceKey key) {
        return Dpop.TYPE.equals(header.typ())
                && Dpop.ALGORITHM.equals(header.alg())
                && key.equals(header.jwk())
                && key.verifies(signed.getBytes(StandardCharsets.US_ASCII), signature);
    }

    /** True if it was made for that call with that token. */
    boolean isFor(DpopCredentials call) {
        return claims.htm().equals(call.asked().method())
                && claims.ath().equals(Dpop.hash(call.token()))
                && CallPlace.named(claims.htu()).equals(CallPlace.of(call.asked()));
    }

    private static String decoded(String part) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Base64Url.decode(part)))
                .toString();
    }
}
