package coderbased.files;

import static coderbased.files.Sender.bytes;
import static coderbased.files.Sender.hash;
import static coderbased.files.Sender.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limits on files. */
final class FileLimitsTest {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void openUploadsPerAccountAreLimited() throws Exception {
        try (FileServer server = new FileServer(folder, FileLimits.standard().withConcurrency(2, 8))) {
            Sender ada = server.signUp("ada");
            ada.announce(bytes(10, 1));
            ada.announce(bytes(10, 2));

            Problem refused = problem(ada.tryAnnounce(hash(bytes(10, 3)), 10));

            assertEquals(ErrorCode.SLOW_DOWN, refused.code());
            assertTrue(refused.retryAfterMillis() > 0);
            assertEquals(201, ada.tryAnnounce(hash(bytes(10, 2)), 10).statusCode());
            ada.upload(bytes(10, 1));
            assertEquals(201, ada.tryAnnounce(hash(bytes(10, 3)), 10).statusCode());
            Sender bob = server.signUp("bob");
            assertEquals(201, bob.tryAnnounce(hash(bytes(10, 3)), 10).statusCode());
        }
    }

    @Test
    void bytesPerAccountAreLimited() throws Exception {
        FileLimits limits = FileLimits.standard().withBytesPerAccount(3 * MEGABYTE);
        try (FileServer server = new FileServer(folder, limits)) {
            Sender ada = server.signUp("ada");
            server.conversation("C", ada);
            String said = ada.upload(bytes(2 * MEGABYTE, 1));
            // The same file, however often it is said, takes its room once.
            server.message("C", 1, ada, said, 2 * MEGABYTE, "x");
            server.message("C", 2, ada, said, 2 * MEGABYTE, "x");
            assertEquals(201, ada.tryAnnounce(said, 2 * MEGABYTE).statusCode());

            Problem refused = problem(ada.tryAnnounce(hash(bytes(1, 2)), MEGABYTE + 1));

            assertEquals(ErrorCode.TOO_BIG, refused.code());
            assertTrue(refused.message().contains("3 MB"), refused.message());
            assertEquals(201, ada.tryAnnounce(hash(bytes(1, 2)), MEGABYTE).statusCode());
        }
    }

    @Test
    void transfersPerAccountAreLimitedAndReleased() {
        Turns turns = new Turns(2);
        Turns.Turn first = turns.take("ada");
        turns.take("ada");

        FileRefused refused = assertThrows(FileRefused.class, () -> turns.take("ada"));

        assertEquals(ErrorCode.SLOW_DOWN, refused.problem().code());
        turns.take("bob").close();
        first.close();
        turns.take("ada").close();
    }

    @Test
    void aSlowPieceIsGivenUp() throws Exception {
        AtomicLong now = new AtomicLong();
        Pieces pieces = new Pieces(Duration.ofSeconds(60), Long.MAX_VALUE, now::get);
        InputStream drips = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                now.addAndGet(Duration.ofSeconds(7).toNanos());
                into[from] = 'x';
                return 1;
            }
        };

        FileRefused refused = assertThrows(FileRefused.class, () -> pieces.read(drips, piece -> piece));

        assertEquals(ErrorCode.TRY_LATER, refused.problem().code());
        byte[] most = bytes(Protocol.MAX_PIECE_BYTES, 1);
        assertArrayEquals(most, pieces.read(new ByteArrayInputStream(most), piece -> piece));
    }

    /** The first piece is in memory while the others come: the second fits beside it, the third does not. */
    @Test
    void piecesOfAllAccountsAreBoundedTogether() throws Exception {
        Pieces pieces = new Pieces(Duration.ofSeconds(60), 100, System::nanoTime);
        FileRefused refused = pieces.read(
                piece(60),
                first -> assertThrows(FileRefused.class, () -> {
                    assertEquals(40, pieces.read(piece(40), second -> second).length);
                    pieces.read(piece(41), third -> third);
                }));

        assertEquals(ErrorCode.TRY_LATER, refused.problem().code());
        assertEquals(100, pieces.read(piece(100), later -> later).length, "nothing is counted twice, or for ever");
        assertEquals(4 << 20, Pieces.room(64L << 20));
        assertEquals(Protocol.MAX_PIECE_BYTES, Pieces.room(1));
    }

    private static InputStream piece(int size) {
        return new ByteArrayInputStream(bytes(size, 1));
    }
}
