package coderbased.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.blobs.FileFolder;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.files.SqlFileRecords;
import coderbased.testing.Deadlines;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A device that lost the answer sends a piece again through another node, while the first one is still about to write
 * it.
 */
final class PieceOnTwoNodesTest {

    private static final String ADA = "ada";
    private static final int PIECE = 600;
    private static final long LIMIT_SECONDS = Deadlines.seconds(60);

    @TempDir
    private Path folder;

    private Database database;
    private final byte[] bytes = new byte[2 * PIECE];
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @BeforeEach
    void open() throws Exception {
        database = Databases.open(folder.resolve("chat.db"));
        new Random(1).nextBytes(bytes);
    }

    @AfterEach
    void close() throws Exception {
        goOn.countDown();
        database.close();
    }

    @Test
    void theLaterOfTwoEqualPiecesIsRefused() throws Exception {
        FileStore store = new FileFolder(folder.resolve("files"));
        FileService slow = node(held(store));
        FileService quick = node(store);
        String id = quick.announce(ADA, new FileHttp.NewUpload(Sender.hash(bytes), bytes.length))
                .id();
        FutureTask<FileHttp.Upload> late = new FutureTask<>(() -> append(slow, id, 0));
        Thread.ofVirtual().start(late);
        assertTrue(arrived.await(LIMIT_SECONDS, TimeUnit.SECONDS), "it has seen that nothing is there yet");

        assertEquals(PIECE, append(quick, id, 0).received());
        goOn.countDown();

        ExecutionException refused =
                assertThrows(ExecutionException.class, () -> late.get(LIMIT_SECONDS, TimeUnit.SECONDS));
        assertEquals(
                ErrorCode.WRONG_OFFSET,
                ((FileRefused) refused.getCause()).problem().code());
        assertEquals(PIECE, quick.upload(ADA, id).received());
        assertTrue(append(quick, id, PIECE).complete(), "every byte is there once");
    }

    private FileHttp.Upload append(FileService node, String id, int from) throws Exception {
        return node.append(ADA, id, from, new ByteArrayInputStream(Arrays.copyOfRange(bytes, from, from + PIECE)));
    }

    private FileService node(FileStore store) throws Exception {
        return new FileService(
                store, new SqlFileRecords(database), FileLimits.standard(), Clock.systemUTC(), new SecureRandom());
    }

    /** The same store; what is to be written there waits. */
    private FileStore held(FileStore store) {
        return (FileStore) Proxy.newProxyInstance(
                FileStore.class.getClassLoader(), new Class<?>[] {FileStore.class}, (_, method, arguments) -> {
                    if (method.getName().equals("append")) {
                        arrived.countDown();
                        goOn.await();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
