package coderbased.files;

import static coderbased.files.Sender.bytes;
import static coderbased.files.Sender.hash;
import static coderbased.files.Sender.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.TestKey;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files over real connections. */
final class FileRoutesTest {

    private static final int SMALL = 200_000;

    @TempDir
    private Path folder;

    private FileServer server;
    private Sender ada;
    private Sender bob;

    @BeforeEach
    void adaAndBob() throws Exception {
        server = new FileServer(folder, FileLimits.standard());
        ada = server.signUp("ada");
        bob = server.signUp("bob");
        server.conversation("C", ada, bob);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void theLargestFileReturnsByteForByte() throws Exception {
        byte[] bytes = bytes((int) Protocol.MAX_FILE_BYTES, 1);
        String hash = ada.upload(bytes);
        server.message("C", 1, ada, hash, bytes.length, "film.mp4");

        HttpResponse<byte[]> fetched = bob.fetch("C", 1);

        assertEquals(200, fetched.statusCode());
        assertArrayEquals(bytes, fetched.body());
    }

    @Test
    void filesAreStoredUnderTheirHashForTheServersOwnerOnly() throws Exception {
        String hash = ada.upload(bytes(SMALL, 2));

        Path kept = kept(hash).getFirst();
        assertTrue(kept.endsWith(Path.of(
                hash.substring(0, 2), hash.substring(2, 4), kept.getFileName().toString())));
        assertEquals(SMALL, Files.size(kept));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        for (Path on = kept.getParent(); !on.equals(folder); on = on.getParent()) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(on)), on.toString());
        }
        try (Stream<Path> left = Files.list(server.files().resolve("uploads"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aPieceMustBeginAtTheEndOfTheLastOne() throws Exception {
        byte[] bytes = bytes(SMALL, 3);
        FileHttp.Upload upload = ada.announce(bytes);
        ada.append(upload.id(), 0, Arrays.copyOf(bytes, 1_000));

        for (long offset : new long[] {0, 999, 1_001, SMALL, Long.MAX_VALUE}) {
            Problem problem = problem(ada.tryAppend(upload.id(), offset, new byte[10]));
            assertEquals(ErrorCode.WRONG_OFFSET, problem.code());
            assertTrue(problem.message().contains("1000"), problem.message());
        }
        for (String offset : List.of("-1", "x", "", "1e3")) {
            HttpResponse<byte[]> answer = ada.call(
                    "PATCH",
                    Sender.uploadPath(upload.id()),
                    BodyPublishers.ofByteArray(new byte[10]),
                    FileHttp.OFFSET_HEADER,
                    offset);
            assertEquals(ErrorCode.BAD_REQUEST, problem(answer).code(), offset);
        }
        assertEquals(1_000, ada.state(upload.id()).received());
        assertTrue(ada.append(upload.id(), 1_000, Arrays.copyOfRange(bytes, 1_000, SMALL))
                .complete());
    }

    @Test
    void aPieceIsTakenAsAWholeOrNotAtAll() throws Exception {
        byte[] bytes = bytes(SMALL, 4);
        FileHttp.Upload upload = ada.announce(bytes);
        ada.append(upload.id(), 0, Arrays.copyOf(bytes, 1_000));

        try (Socket cable = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            String path = Sender.uploadPath(upload.id());
            String[] own = ada.key()
                    .headers("PATCH", URI.create("http://127.0.0.1" + path), ada.token(), server.clock.instant());
            String head = "PATCH " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + own[0] + ": " + own[1] + "\r\n" + own[2] + ": " + own[3] + "\r\n"
                    + FileHttp.OFFSET_HEADER + ": 1000\r\nContent-Length: 100000\r\n\r\n";
            OutputStream out = cable.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(bytes, 1_000, 50_000);
            out.flush();
        }

        assertEquals(1_000, ada.state(upload.id()).received());
        assertTrue(ada.append(upload.id(), 1_000, Arrays.copyOfRange(bytes, 1_000, SMALL))
                .complete());
    }

    @Test
    void anUploadContinuesAfterARestart() throws Exception {
        byte[] bytes = bytes(SMALL, 5);
        FileHttp.Upload upload = ada.announce(bytes);
        ada.append(upload.id(), 0, Arrays.copyOf(bytes, 70_000));

        server.restart();

        assertEquals(upload.id(), ada.announce(bytes).id());
        assertEquals(70_000, ada.state(upload.id()).received());
        assertTrue(ada.append(upload.id(), 70_000, Arrays.copyOfRange(bytes, 70_000, SMALL))
                .complete());
    }

    @Test
    void anOversizedUploadIsRefusedWithoutEffect() throws Exception {
        FileHttp.Upload upload = ada.announce(bytes(SMALL, 6));

        assertEquals(
                ErrorCode.TOO_BIG,
                problem(ada.tryAppend(upload.id(), 0, new byte[Protocol.MAX_PIECE_BYTES + 1]))
                        .code());
        assertEquals(
                ErrorCode.BAD_REQUEST,
                problem(ada.tryAppend(upload.id(), 0, new byte[SMALL + 1])).code());
        assertEquals(0, ada.state(upload.id()).received());
        String hash = hash(new byte[0]);
        assertEquals(
                ErrorCode.TOO_BIG,
                problem(ada.tryAnnounce(hash, Protocol.MAX_FILE_BYTES + 1)).code());
        for (long size : new long[] {0, -1, Long.MIN_VALUE}) {
            assertEquals(
                    ErrorCode.BAD_REQUEST, problem(ada.tryAnnounce(hash, size)).code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../../../etc/passwd",
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"
            })
    void anInvalidHashIsRefused(String sha256) throws Exception {
        assertEquals(ErrorCode.BAD_REQUEST, problem(ada.tryAnnounce(sha256, 10)).code());
    }

    @Test
    void anUploadWithDamagedBytesStartsAgain() throws Exception {
        byte[] bytes = bytes(SMALL, 7);
        byte[] damaged = bytes.clone();
        damaged[100_000] ^= 1;
        FileHttp.Upload upload = ada.announce(bytes);

        assertEquals(
                ErrorCode.DAMAGED,
                problem(ada.tryAppend(upload.id(), 0, damaged)).code());

        assertEquals(new FileHttp.Upload(upload.id(), 0, false), ada.state(upload.id()));
        assertTrue(server.service().uploaded(ada.accountId(), hash(bytes)).isEmpty());
        assertTrue(ada.append(upload.id(), 0, bytes).complete());
        assertEquals(
                SMALL, server.service().uploaded(ada.accountId(), hash(bytes)).getAsLong());
    }

    @Test
    void aRepeatedUploadIsCompleteAtOnceForItsAccountOnly() throws Exception {
        byte[] bytes = bytes(SMALL, 8);
        String hash = ada.upload(bytes);

        assertEquals(SMALL, ada.announce(bytes).received());
        assertTrue(ada.announce(bytes).complete());

        FileHttp.Upload bobs = bob.announce(bytes);
        assertEquals(0, bobs.received());
        assertFalse(bobs.complete());
        assertTrue(server.service().uploaded(bob.accountId(), hash).isEmpty());
        assertTrue(bob.append(bobs.id(), 0, bytes).complete());
    }

    @Test
    void aForeignUploadLooksUnknown() throws Exception {
        FileHttp.Upload upload = ada.announce(bytes(SMALL, 9));

        for (String method : List.of("GET", "PATCH", "DELETE")) {
            HttpResponse<byte[]> never =
                    bob.call(method, Sender.uploadPath("NEVER"), BodyPublishers.noBody(), FileHttp.OFFSET_HEADER, "0");
            HttpResponse<byte[]> adas = bob.call(
                    method, Sender.uploadPath(upload.id()), BodyPublishers.noBody(), FileHttp.OFFSET_HEADER, "0");
            assertEquals(ErrorCode.NOT_FOUND, problem(never).code());
            assertArrayEquals(never.body(), adas.body());
        }
        assertEquals(0, ada.state(upload.id()).received());
    }

    @Test
    void aCancelledUploadIsGone() throws Exception {
        byte[] bytes = bytes(SMALL, 10);
        FileHttp.Upload upload = ada.announce(bytes);
        ada.append(upload.id(), 0, Arrays.copyOf(bytes, 5));

        assertEquals(
                204,
                ada.call("DELETE", Sender.uploadPath(upload.id()), BodyPublishers.noBody())
                        .statusCode());

        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(ada.tryAppend(upload.id(), 5, new byte[1])).code());
        FileHttp.Upload again = ada.announce(bytes);
        assertNotEquals(upload.id(), again.id());
        assertEquals(0, again.received());
    }

    @Test
    void unreadableMessagesGiveNoFile() throws Exception {
        Sender eve = server.signUp("eve");
        server.conversation("D", eve);
        String hash = ada.upload(bytes(SMALL, 11));
        server.message("C", 1, ada, hash, SMALL, "plan.pdf");
        server.message("C", 2, ada, hash, SMALL, "plan.pdf");
        server.change("UPDATE members SET first_seq = 2 WHERE account_id = ?", bob.accountId());
        byte[] never = eve.fetch("NEVER", 1).body();

        for (HttpResponse<byte[]> nothing : List.of(
                eve.fetch("C", 1),
                eve.fetch("D", 1),
                bob.fetch("C", 1),
                ada.fetch("C", 3),
                ada.fetch("C", 0),
                ada.fetch("C", -1),
                ada.fetch("C", "x"),
                ada.fetch("C", "99999999999999999999"),
                eve.fetchPicture("C"),
                ada.fetchPicture("C"),
                eve.fetchPicture("NEVER"))) {
            assertEquals(ErrorCode.NOT_FOUND, problem(nothing).code());
            assertArrayEquals(never, nothing.body());
        }
        assertEquals(200, bob.fetch("C", 2).statusCode());
        server.change("UPDATE members SET left_at = 5 WHERE account_id = ?", bob.accountId());
        assertArrayEquals(never, bob.fetch("C", 2).body());
    }

    @Test
    void aGroupPictureIsVisibleToItsMembers() throws Exception {
        Sender eve = server.signUp("eve");
        byte[] picture = bytes(3_000, 12);
        server.change("UPDATE conversations SET picture = ? WHERE id = 'C'", ada.upload(picture));

        assertArrayEquals(picture, bob.fetchPicture("C").body());
        assertEquals(ErrorCode.NOT_FOUND, problem(eve.fetchPicture("C")).code());
    }

    @Test
    void everyCallNeedsASession() throws Exception {
        for (String token : List.of("", "garbage")) {
            Sender nobody = new Sender(server, "", token, new TestKey());
            for (HttpResponse<byte[]> refused : List.of(
                    nobody.tryAnnounce(hash(new byte[1]), 1),
                    nobody.call("GET", Sender.uploadPath("x"), BodyPublishers.noBody()),
                    nobody.tryAppend("x", 0, new byte[10]),
                    nobody.call("DELETE", Sender.uploadPath("x"), BodyPublishers.noBody()),
                    nobody.fetch("C", 1),
                    nobody.fetchPicture("C"))) {
                assertEquals(ErrorCode.NOT_SIGNED_IN, problem(refused).code());
            }
        }
    }

    @Test
    void aFileIsDownloadedAndNeverDisplayed() throws Exception {
        String name = "a\"b;\r\nX-Evil: 1/\u202Egpj.exe \uD83D\uDE00";
        String hash = ada.upload(bytes(10, 13));
        server.message("C", 1, ada, hash, 10, name);

        HttpResponse<byte[]> fetched = bob.fetch("C", 1);

        assertEquals(
                "attachment; filename=\"file\";"
                        + " filename*=UTF-8''a%22b%3B%0D%0AX-Evil%3A%201%2F%E2%80%AEgpj.exe%20%F0%9F%98%80",
                fetched.headers().firstValue("Content-Disposition").orElseThrow());
        assertEquals(
                "nosniff",
                fetched.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(
                "application/octet-stream",
                fetched.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(fetched.headers().firstValue("X-Evil").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, 206, 0, 10",
        "bytes=90-, 206, 90, 10",
        "bytes=90-1000, 206, 90, 10",
        "bytes=-5, 206, 95, 5",
        "bytes=-500, 206, 0, 100",
        "bytes=99-99, 206, 99, 1",
        "bytes=100-, 416, 0, 0",
        "bytes=-0, 416, 0, 0",
        "bytes=5-4, 200, 0, 100",
        "'bytes=0-1,5-6', 200, 0, 100",
        "lines=0-1, 200, 0, 100",
        "bytes=99999999999999999999-, 200, 0, 100"
    })
    void aRangeIsServed(String range, int status, int from, int length) throws Exception {
        byte[] bytes = bytes(100, 14);
        server.message("C", 1, ada, ada.upload(bytes), 100, "x");

        HttpResponse<byte[]> part = bob.fetch("C", 1, "Range", range);

        assertEquals(status, part.statusCode());
        assertArrayEquals(Arrays.copyOfRange(bytes, from, from + length), part.body());
        String said = part.headers().firstValue("Content-Range").orElse("");
        assertEquals(
                switch (status) {
                    case 206 -> "bytes " + from + "-" + (from + length - 1) + "/100";
                    case 416 -> "bytes */100";
                    default -> "";
                },
                said);
    }

    @Test
    void aRangeOfAnotherFileIsNotServed() throws Exception {
        byte[] bytes = bytes(100, 15);
        server.message("C", 1, ada, ada.upload(bytes), 100, "x");
        String tag = bob.fetch("C", 1).headers().firstValue("ETag").orElseThrow();

        assertEquals(
                206, bob.fetch("C", 1, "Range", "bytes=1-2", "If-Range", tag).statusCode());
        assertEquals(
                200,
                bob.fetch("C", 1, "Range", "bytes=1-2", "If-Range", "\"other\"").statusCode());
        assertEquals(304, bob.fetch("C", 1, "If-None-Match", tag).statusCode());
    }

    @Test
    void unusedFilesAreDeletedAfterAWhile() throws Exception {
        byte[] unfinished = bytes(SMALL, 16);
        FileHttp.Upload upload = ada.announce(unfinished);
        ada.append(upload.id(), 0, Arrays.copyOf(unfinished, 10));
        String unused = ada.upload(bytes(10, 17));
        String said = ada.upload(bytes(10, 18));
        server.message("C", 1, ada, said, 10, "x");
        server.message("C", 2, ada, unused, 10, "x");
        server.service().sweep();

        server.clock.turn(Duration.ofHours(23));
        server.service().sweep();
        assertEquals(10, ada.state(upload.id()).received());

        server.clock.turn(Duration.ofHours(2));
        server.service().sweep();
        assertEquals(
                ErrorCode.NOT_FOUND,
                problem(ada.tryAppend(upload.id(), 10, new byte[1])).code());
        assertEquals(200, bob.fetch("C", 2).statusCode());

        server.change("DELETE FROM messages WHERE seq = 2");
        server.clock.turn(Duration.ofMinutes(11));
        server.service().sweep();
        assertEquals(1, kept(unused).size());
        server.clock.turn(Duration.ofHours(25));
        server.service().sweep();
        assertEquals(1, kept(unused).size(), "whoever just looked where it lies still reads it");
        server.clock.turn(Duration.ofHours(2));
        server.service().sweep();
        assertEquals(List.of(), kept(unused));
        assertEquals(200, bob.fetch("C", 1).statusCode());
    }

    @Test
    void unnamedCopiesAreServedAndDeletedLikeOthers() throws Exception {
        String hash = ada.upload(bytes(10, 19));
        Path old = server.files().resolve(hash.substring(0, 2), hash.substring(2, 4), hash);
        Files.move(kept(hash).getFirst(), old);
        server.change("UPDATE files SET upload_id = ''");
        server.message("C", 1, ada, hash, 10, "x");
        assertEquals(200, bob.fetch("C", 1).statusCode());

        bob.upload(bytes(10, 19));
        server.clock.turn(Duration.ofHours(2));
        server.service().sweep();

        assertFalse(Files.exists(old));
        assertEquals(1, kept(hash).size());
        assertEquals(200, bob.fetch("C", 1).statusCode());
    }

    /** The copies of those bytes that lie in the folder. */
    private List<Path> kept(String hash) throws IOException {
        try (Stream<Path> all = Files.walk(server.files())) {
            return all.filter(file -> file.getFileName().toString().startsWith(hash))
                    .toList();
        }
    }
}
