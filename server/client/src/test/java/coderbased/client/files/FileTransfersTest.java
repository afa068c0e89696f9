package coderbased.client.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.Drawn;
import coderbased.client.People;
import coderbased.client.keys.Credentials;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.HttpCalls;
import coderbased.client.net.ProblemException;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.net.SessionCalls;
import coderbased.client.net.Timing;
import coderbased.protocol.Body;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.TurnedPicture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads and downloads with every kind of failure. */
final class FileTransfersTest {

    private static final byte[] BYTES = bytes(700_000, 1);
    private static final Timing BRISK =
            new Timing(Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMinutes(1), Duration.ofMinutes(1));
    private static final Timing PATIENT =
            new Timing(Duration.ofDays(10), Duration.ofDays(10), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @TempDir
    private Path place;

    private final ClientThread thread = new ClientThread("files-test");
    private final CompletableFuture<Logout> loggedOut = new CompletableFuture<>();
    private final List<Transfer> seen = new CopyOnWriteArrayList<>();
    private PlayedFiles server;
    private HttpCalls http;
    private FileTransfers files;

    @BeforeEach
    void aServerAndASession() {
        server = new PlayedFiles();
        files = transfers(BRISK);
    }

    @AfterEach
    void end() {
        files.close();
        http.close();
        thread.close();
        server.close();
    }

    @Test
    void takenFileNeedsNeitherTheOriginalNorAConnection() throws Exception {
        Path picked = file("notes.txt", BYTES);

        Body.File body = done(files.take(picked, "read this"));
        Files.delete(picked);

        assertEquals(new Body.File(hash(BYTES), "notes.txt", "text/plain", BYTES.length, null, "read this"), body);
        assertArrayEquals(BYTES, Files.readAllBytes(files.kept(body.sha256()).orElseThrow()));
        done(files.upload(body, seen::add));
        assertArrayEquals(BYTES, server.received());
        assertEquals(new Transfer(BYTES.length, BYTES.length, false), seen.getLast());
    }

    @Test
    void invalidFileIsRefusedWithAMessage() throws Exception {
        Path huge = place.resolve("film.mp4");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(Protocol.MAX_FILE_BYTES + 1);
        }

        assertTrue(refused(files.take(huge, "")).getMessage().contains("26 MB. The limit is 25 MB"));
        assertTrue(
                refused(files.take(file("empty", new byte[0]), "")).getMessage().contains("is empty"));
        assertTrue(refused(files.take(place, "")).getMessage().contains("is not a file"));
        assertTrue(refused(files.take(place.resolve("gone"), "")).getMessage().contains("gone"));
        assertTrue(refused(files.takePicture(file("x.png", BYTES))).getMessage().contains("not a picture"));
    }

    @Test
    void uploadResumesAfterEveryKindOfFailure() throws Exception {
        server.mishaps(
                PlayedFiles.refuses("POST", ErrorCode.TRY_LATER),
                PlayedFiles.refuses("PATCH", ErrorCode.SLOW_DOWN),
                server.losesAnswer("PATCH"),
                PlayedFiles.refuses("PATCH", ErrorCode.NOT_FOUND),
                PlayedFiles.refuses("PATCH", ErrorCode.INTERNAL));
        Body.File body = taken();

        done(files.upload(body, seen::add));

        assertArrayEquals(BYTES, server.received());
        assertTrue(seen.stream().anyMatch(Transfer::waiting));
    }

    @Test
    void damagedUploadIsRepeatedOnlyAFewTimes() throws Exception {
        PlayedFiles.Mishap damaged = call -> {
            if (!PlayedFiles.refuses("PATCH", ErrorCode.DAMAGED).happens(call)) {
                return false;
            }
            server.forgetsWhatCame();
            return true;
        };
        Body.File body = taken();
        server.mishaps(damaged);
        done(files.upload(body, seen::add));
        assertArrayEquals(BYTES, server.received());

        server.forgetsWhatCame();
        server.mishaps(damaged, damaged, damaged, damaged);
        assertEquals(
                ErrorCode.DAMAGED,
                refused(files.upload(body, seen::add)).problem().code());
    }

    @Test
    void refusedUploadIsReportedAtOnce() throws Exception {
        server.mishaps(PlayedFiles.refuses("POST", ErrorCode.TOO_BIG));

        assertEquals("No: TOO_BIG", refused(files.upload(taken(), seen::add)).getMessage());
        assertEquals(List.of("POST "), server.calls());
    }

    @Test
    void refusedCallEndsTheSession() throws Exception {
        Logout logout = Logout.of(LogoutReason.UNLINKED, Initiator.USER, Instant.EPOCH);
        server.mishaps(PlayedFiles.refuses(
                "POST", Problem.of(ErrorCode.LOGGED_OUT, "Over.").with(logout)));

        assertEquals(
                ErrorCode.LOGGED_OUT,
                refused(files.upload(taken(), seen::add)).problem().code());
        assertEquals(LogoutReason.UNLINKED, done(loggedOut).reason());
    }

    @Test
    void cancelledUploadEndsAndTellsTheServer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        server.mishaps(call -> {
            if (!call.method().name().equals("PATCH")) {
                return false;
            }
            asked.countDown();
            // Answers only after the client has given up the upload.
            return server.forgotten.await(Deadlines.seconds(20), TimeUnit.SECONDS);
        });
        CompletableFuture<Void> upload = files.upload(taken(), seen::add);
        Eventually.opened(asked, () -> "nothing was uploaded");

        upload.cancel(false);

        Eventually.opened(server.forgotten, () -> "the server was not told");
        assertTrue(upload.isCancelled());
    }

    @Test
    void waitingTransferContinuesAtOnceOnASignal() throws Exception {
        files.close();
        http.close();
        files = transfers(PATIENT);
        CountDownLatch waiting = new CountDownLatch(1);
        server.mishaps(PlayedFiles.refuses("POST", ErrorCode.TRY_LATER));
        CompletableFuture<Void> upload = files.upload(taken(), transfer -> {
            if (transfer.waiting()) {
                waiting.countDown();
            }
        });
        Eventually.opened(waiting, () -> "it did not wait");

        files.resume();

        done(upload);
        assertArrayEquals(BYTES, server.received());
    }

    @Test
    void downloadResumesAndIsFetchedOnce() throws Exception {
        server.has(BYTES);
        server.mishaps(PlayedFiles.refuses("GET", ErrorCode.TRY_LATER));
        Path folder = place.resolve("files");
        Files.createDirectories(folder.resolve("partial"));
        Files.write(folder.resolve("partial").resolve(hash(BYTES)), bytesOf(BYTES, 100_000));

        Path here = done(files.download("C", 7, body(BYTES), seen::add));

        assertArrayEquals(BYTES, Files.readAllBytes(here));
        assertTrue(
                server.calls().stream().allMatch(call -> call.startsWith("GET bytes=")),
                server.calls().toString());
        assertTrue(
                server.calls().getFirst().startsWith("GET bytes=100000-"),
                server.calls().toString());
        int calls = server.calls().size();
        assertEquals(here, done(files.download("D", 1, body(BYTES), seen::add)));
        assertEquals(calls, server.calls().size());
    }

    @Test
    void completePartialFileIsVerified() throws Exception {
        server.has(BYTES);
        Path partial = Files.createDirectories(place.resolve("files").resolve("partial"));
        Files.write(partial.resolve(hash(BYTES)), BYTES);
        assertArrayEquals(BYTES, Files.readAllBytes(done(files.download("C", 7, body(BYTES), seen::add))));

        byte[] others = bytes(1_000, 2);
        server.has(others);
        Files.write(partial.resolve(hash(others)), new byte[1_000]);
        assertArrayEquals(others, Files.readAllBytes(done(files.download("C", 8, body(others), seen::add))));
    }

    @Test
    void downloadWithAWrongHashIsNeverStored() throws Exception {
        server.has(bytes(1_000, 3));

        assertEquals(
                ErrorCode.DAMAGED,
                refused(files.download("C", 7, body(BYTES), seen::add))
                        .problem()
                        .code());

        assertTrue(files.kept(hash(BYTES)).isEmpty());
        try (Stream<Path> left = Files.list(place.resolve("files").resolve("partial"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void missingFileIsNotRequestedTwice() throws Exception {
        server.mishaps(PlayedFiles.refuses("GET", ErrorCode.NOT_FOUND));

        assertEquals(
                ErrorCode.NOT_FOUND,
                refused(files.download("C", 7, body(BYTES), seen::add))
                        .problem()
                        .code());
        assertEquals(1, server.calls().size());
    }

    @Test
    void invalidHashBecomesNoPath() {
        Body.File hostile = new Body.File("../../secret", "x", "a/b", 1, null, "");

        refused(files.download("C", 7, hostile, seen::add));
        refused(files.upload(hostile, seen::add));
        refused(files.picture("C", "/etc/passwd"));
        assertTrue(files.kept("../credentials.json").isEmpty());
        assertEquals(List.of(), server.calls());
    }

    @Test
    void groupPictureIsTheUprightMiddleOfThePhoto() throws Exception {
        for (int orientation = 1; orientation <= 8; orientation++) {
            Body.File picture = done(files.takePicture(file("photo.jpg", TurnedPicture.of("jpg", orientation))));

            BufferedImage kept =
                    ImageIO.read(files.kept(picture.sha256()).orElseThrow().toFile());
            assertEquals(TurnedPicture.corners(orientation), TurnedPicture.corners(kept));
            assertEquals(kept.getWidth(), kept.getHeight());
        }
    }

    /** Receivers turn the photo by the same rule as the sender, and get the very file. */
    @Test
    void photoIsSentAsItIsWithAnUprightPreview() throws Exception {
        byte[] photo = TurnedPicture.of("jpg", 6);

        Body.File body = done(files.take(file("photo.jpg", photo), ""));

        assertArrayEquals(photo, Files.readAllBytes(files.kept(body.sha256()).orElseThrow()));
        byte[] preview = Base64.getDecoder().decode(body.preview().jpeg());
        assertEquals(TurnedPicture.corners(6), TurnedPicture.corners(ImageIO.read(new ByteArrayInputStream(preview))));
    }

    @Test
    void groupPictureIsScaledDown() throws Exception {
        Path picked = Drawn.png(place.resolve("large.png"), 2_000, 1_000);

        Body.File picture = done(files.takePicture(picked));

        assertEquals("image/jpeg", picture.mediaType());
        byte[] jpeg = Files.readAllBytes(files.kept(picture.sha256()).orElseThrow());
        assertEquals(picture.size(), jpeg.length);
        server.has(jpeg);
        files.wipe();
        files = transfers(BRISK);
        assertArrayEquals(jpeg, Files.readAllBytes(done(files.picture("C", picture.sha256()))));
    }

    @Test
    void logoutDeletesAllFilesAndStopsTransfers() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch wiped = new CountDownLatch(1);
        server.has(BYTES);
        taken();
        server.mishaps(call -> {
            asked.countDown();
            Eventually.opened(wiped, () -> "nothing was wiped");
            return false;
        });
        CompletableFuture<Path> download = files.download("C", 7, body(bytes(9_000, 4)), seen::add);
        Eventually.opened(asked, () -> "nothing was fetched");

        files.wipe();
        wiped.countDown();

        assertTrue(Files.notExists(place.resolve("files")));
        assertTrue(download.isCancelled());
        assertTrue(files.take(file("late.txt", BYTES), "").isCancelled());
        assertTrue(Files.notExists(place.resolve("files")));
    }

    private FileTransfers transfers(Timing timing) {
        Credentials credentials = People.credentials("token");
        ClientContext context = new ClientContext(
                new ServerTrust(new ServerAddress(server.address()), null),
                new DeviceFacts("Test", "Test 1", "TestOS"),
                Clock.systemUTC(),
                new SecureRandom(),
                timing);
        http = context.http();
        FileApi api = new FileApi(http, new SessionCalls(thread, () -> Optional.of(credentials), loggedOut::complete));
        return new LiveFileTransfers(place.resolve("files"), api, thread, context);
    }

    private Body.File taken() throws Exception {
        return done(files.take(file("picked.bin", BYTES), ""));
    }

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(place.resolve(name), bytes);
    }

    private static Body.File body(byte[] bytes) throws Exception {
        return new Body.File(hash(bytes), "x.bin", "application/octet-stream", bytes.length, null, "");
    }

    private static <T> T done(CompletableFuture<T> future) throws Exception {
        return future.get(Deadlines.seconds(20), TimeUnit.SECONDS);
    }

    private static ProblemException refused(CompletableFuture<?> future) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> done(future));
        return assertInstanceOf(ProblemException.class, failed.getCause());
    }

    private static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytesOf(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
