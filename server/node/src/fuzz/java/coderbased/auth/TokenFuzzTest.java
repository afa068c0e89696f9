package coderbased.auth;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.protocol.DeviceKind;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzing of tokens. */
class TokenFuzzTest {

    private static final TokenSigner SIGNER = signer();
    private static final String GOOD =
            SIGNER.mint(new TokenClaims("id", "session", "account", DeviceKind.PHONE, 7, "thumb"));

    static Stream<byte[]> good() {
        return Stream.of(GOOD, GOOD.substring(0, GOOD.lastIndexOf('.') + 1), "eyJhbGciOiJub25lIn0.e30.")
                .map(token -> token.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("good")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "")
    void isOnlyTheTokenItself(byte[] bytes) {
        Readers.token(SIGNER, GOOD, new String(bytes, StandardCharsets.UTF_8));
    }

    private static TokenSigner signer() {
        try {
            SecureRandom random = new SecureRandom();
            return new TokenSigner(
                    AuthKeys.open(Files.createTempDirectory("fuzz-"), random),
                    SessionLimits.defaults(),
                    new AuthContext(Clock.systemUTC(), random));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
