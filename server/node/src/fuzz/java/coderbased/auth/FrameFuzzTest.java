package coderbased.auth;

import coderbased.protocol.Secret;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzing of WebSocket frames. */
class FrameFuzzTest {

    static Stream<byte[]> good() {
        return Stream.of(
                        new GuestClientMessage.Hello(
                                Protocol.VERSION, new DeviceFacts("PC", "App", "Os"), new TestKey().publicHalf()),
                        new GuestClientMessage.EnterNumber(new Secret("42")),
                        new ChatClientMessage.Authenticate(1, new Secret("token"), new Secret("proof")),
                        new ChatClientMessage.Resume(Map.of("c1", 7L)),
                        new ChatClientMessage.Search("r", "words", "c1", null))
                .map(message -> Wire.write(message).getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("good")
    @FuzzTest(maxExecutions = 1_000_000, maxDuration = "")
    void isUnderstoodOrRefused(byte[] bytes) {
        Readers.frame(new String(bytes, StandardCharsets.UTF_8));
    }
}
