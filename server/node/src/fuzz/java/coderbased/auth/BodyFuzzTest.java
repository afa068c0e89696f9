package coderbased.auth;

import coderbased.protocol.Secret;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Wire;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzing of the bodies of HTTP calls. */
class BodyFuzzTest {

    static Stream<byte[]> good() {
        return Stream.of(
                        new AuthHttp.SignUp(
                                "ada",
                                "Ada",
                                new Secret("password"),
                                new DeviceFacts("PC", "App", "Os"),
                                new TestKey().publicHalf()),
                        new AuthHttp.ClaimCode(new Secret("TOKEN"), null),
                        new AuthHttp.Approval(new LinkChoices(Instant.EPOCH, true, false), new Secret("password")),
                        new AuthHttp.LinkAnswer(true))
                .map(body -> Wire.write(body).getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("good")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "")
    void isUnderstoodOrRefused(byte[] bytes) throws IOException {
        Readers.body(null, bytes);
    }
}
