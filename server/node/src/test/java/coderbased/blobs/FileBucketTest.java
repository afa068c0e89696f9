package coderbased.blobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.files.FileStore;
import coderbased.files.FilesDown;
import coderbased.node.LoggedLines;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in a bucket keep the contract. */
final class FileBucketTest extends FileStoreContract {

    private static final AtomicInteger MADE = new AtomicInteger();
    private static RealBucketServer server;

    private BucketAddress address;

    @BeforeAll
    static void start() {
        server = new RealBucketServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    @Override
    void prepare() throws IOException {
        address = server.newBucket("files-" + MADE.incrementAndGet());
        super.prepare();
    }

    @Override
    FileStore open() throws IOException {
        return FileBucket.open(address);
    }

    @Test
    void anotherNodeContinuesTheUpload() throws IOException {
        byte[] bytes = bytes(600_000);
        try (FileBucket one = (FileBucket) open();
                FileBucket other = (FileBucket) open()) {
            one.append("U", 0, Arrays.copyOf(bytes, 300_000));
            assertEquals(300_000, other.received("U"));
            other.append("U", 300_000, Arrays.copyOfRange(bytes, 300_000, 600_000));
            assertTrue(one.keep(copy("U", bytes)));
            assertEquals(600_000, other.open(copy("U", bytes)).size());
        }
    }

    @Test
    void aMissingBucketIsNamedWithAdvice() {
        BucketAddress none = new BucketAddress("no-such-files", "", address.endpoint());
        IOException refused = assertThrows(IOException.class, () -> FileBucket.open(none));
        assertTrue(refused.getMessage().contains("s3://no-such-files"), refused.getMessage());
        assertTrue(refused.getMessage().contains("--files"), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"403, AWS_ACCESS_KEY_ID", "301, AWS_REGION", "400, AWS_REGION"})
    void aRefusingBucketIsNamedWithAdvice(int status, String whatToDo) throws IOException {
        HttpServer refusing = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        refusing.createContext("/", asked -> {
            asked.sendResponseHeaders(status, -1);
            asked.close();
        });
        refusing.start();
        try {
            URI there = URI.create("http://127.0.0.1:" + refusing.getAddress().getPort());
            BucketAddress others = new BucketAddress("others-files", "", there);
            IOException refused = assertThrows(IOException.class, () -> FileBucket.open(others));
            assertTrue(refused.getMessage().contains("s3://others-files"), refused.getMessage());
            assertTrue(refused.getMessage().contains(whatToDo), refused.getMessage());
        } finally {
            refusing.stop(0);
        }
    }

    @Test
    void anUnreachableStoreAllowsTheStartAndAsksForARetry() throws IOException {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("http://127.0.0.1:" + bound.getLocalPort());
            try (FileBucket bucket = FileBucket.open(new BucketAddress("files", "", nobody))) {
                FilesDown down = assertThrows(FilesDown.class, () -> bucket.append("U", 0, bytes(1)));
                assertTrue(
                        down.problem().message().contains("Try again"),
                        down.problem().message());
            }
        }
    }

    @Test
    void anUnreachableStoreIsLoggedOnce() throws IOException {
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI nobody = URI.create("http://127.0.0.1:" + bound.getLocalPort());
            try (FileBucket bucket = FileBucket.open(new BucketAddress("files", "", nobody));
                    LoggedLines lines = new LoggedLines()) {
                for (int i = 0; i < 5; i++) {
                    assertThrows(FilesDown.class, () -> bucket.append("U", 0, bytes(1)));
                    assertThrows(FilesDown.class, () -> bucket.received("U"));
                }
                assertEquals(
                        List.of("Writing to the file store failed", "Reading from the file store failed"),
                        // Servers of earlier tests may say something still.
                        lines.texts().stream()
                                .filter(text -> text.contains("file store"))
                                .toList());
            }
        }
    }
}
