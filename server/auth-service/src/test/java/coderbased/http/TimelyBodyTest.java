package coderbased.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.protocol.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A body that comes too slowly is not waited for. */
class TimelyBodyTest {

    private static final byte[] CONTENT = new byte[100_000];

    private long now = 17;
    private final TimelyBody body = new TimelyBody(new ByteArrayInputStream(CONTENT), () -> now);

    @Test
    void aBodyInTimeComesWhole() throws IOException {
        now += TimelyBody.MIN_TIMEOUT.toNanos();
        assertArrayEquals(CONTENT, body.readAllBytes());
    }

    @Test
    void aByteNowAndThenIsNotEnough() throws IOException {
        body.read();
        now += TimelyBody.MIN_TIMEOUT.minusMillis(1).toNanos();
        body.read();
        now += Duration.ofMillis(10).toNanos();
        assertEquals(ErrorCode.TRY_LATER, refusal());
    }

    @Test
    void aLongBodyMayTakeLongerAtItsPace() throws IOException {
        now += TimelyBody.MIN_TIMEOUT.toNanos();
        body.readNBytes(50_000);
        now += Duration.ofSeconds(50).toNanos();
        body.readNBytes(1_000);
        now += Duration.ofSeconds(3).toNanos();
        assertEquals(ErrorCode.TRY_LATER, refusal());
    }

    private ErrorCode refusal() {
        return assertThrows(CallRefused.class, this::read).problem().code();
    }

    private void read() {
        try {
            body.read();
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
