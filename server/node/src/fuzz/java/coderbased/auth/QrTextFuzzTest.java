package coderbased.auth;

import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzing of the texts of QR codes. */
class QrTextFuzzTest {

    private static final String SERVER = "SERVER";

    static Stream<byte[]> good() {
        String code = QrText.write(SERVER, new GuestToken("N0DE", "ABCDEFGHJKMNPQRSTVWXYZ0123"));
        return Stream.of(code, "https://example.org/", "CBC:1:").map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("good")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "")
    void isReadOrNot(byte[] bytes) {
        Readers.qrText(new String(bytes, StandardCharsets.UTF_8), SERVER);
    }
}
