package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Bytes pass while the session may be used, and none after that. */
final class GuardedStreamsTest {

    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    private final AtomicBoolean unknown = new AtomicBoolean();
    private final List<SessionHold> closed = new ArrayList<>();
    private final SessionHold hold = new SessionHold(unknown::get, closed::add);
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final InputStream from = hold.guard(new ByteArrayInputStream(BYTES));
    private final OutputStream to = hold.guard(received);

    @Test
    void allBytesPassWhileTheSessionIsGood() throws IOException {
        assertEquals(1, from.read());
        byte[] some = new byte[4];
        assertEquals(2, from.read(some, 1, 2));
        assertArrayEquals(new byte[] {0, 2, 3, 0}, some);
        assertArrayEquals(new byte[] {4, 5}, from.readAllBytes());
        to.write(1);
        to.write(BYTES, 1, 4);
        assertArrayEquals(BYTES, received.toByteArray());
        hold.close();
        assertEquals(List.of(hold), closed);
    }

    @Test
    void noBytePassesAfterTheCut() {
        hold.cut();
        assertShut();
    }

    @Test
    void noBytePassesWhileTheSessionIsUnknown() throws IOException {
        unknown.set(true);
        assertShut();
        unknown.set(false);
        to.write(1);
        assertEquals(1, received.size());
    }

    private void assertShut() {
        assertThrows(IOException.class, from::read);
        assertThrows(IOException.class, () -> from.read(new byte[1], 0, 1));
        assertThrows(IOException.class, () -> to.write(1));
        assertThrows(IOException.class, () -> to.write(BYTES, 0, 1));
        assertEquals(0, received.size());
    }
}
