package coderbased.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.TestKey;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/** Somebody with a phone that speaks HTTP by hand. */
record Sender(FileServer server, String accountId, String token, TestKey key) {

    static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    FileHttp.Upload announce(byte[] bytes) throws Exception {
        return upload(201, tryAnnounce(hash(bytes), bytes.length));
    }

    HttpResponse<byte[]> tryAnnounce(String sha256, long size) throws Exception {
        return call(
                "POST", FileHttp.UPLOADS, BodyPublishers.ofString(Wire.write(new FileHttp.NewUpload(sha256, size))));
    }

    FileHttp.Upload state(String id) throws Exception {
        return upload(200, call("GET", uploadPath(id), BodyPublishers.noBody()));
    }

    HttpResponse<byte[]> tryAppend(String id, long offset, byte[] piece) throws Exception {
        return call(
                "PATCH",
                uploadPath(id),
                BodyPublishers.ofByteArray(piece),
                FileHttp.OFFSET_HEADER,
                Long.toString(offset));
    }

    FileHttp.Upload append(String id, long offset, byte[] piece) throws Exception {
        return upload(200, tryAppend(id, offset, piece));
    }

    /** Sends all of it; its hash. */
    String upload(byte[] bytes) throws Exception {
        FileHttp.Upload upload = announce(bytes);
        while (!upload.complete()) {
            int from = (int) upload.received();
            int to = Math.min(bytes.length, from + Protocol.MAX_PIECE_BYTES);
            upload = append(upload.id(), from, Arrays.copyOfRange(bytes, from, to));
        }
        return hash(bytes);
    }

    HttpResponse<byte[]> fetch(String conversation, Object seq, String... headers) throws Exception {
        String path =
                FileHttp.MESSAGE_FILE.replace("{conversation}", conversation).replace("{seq}", String.valueOf(seq));
        return call("GET", path, BodyPublishers.noBody(), headers);
    }

    HttpResponse<byte[]> fetchPicture(String conversation) throws Exception {
        return call("GET", FileHttp.GROUP_PICTURE.replace("{conversation}", conversation), BodyPublishers.noBody());
    }

    HttpResponse<byte[]> call(String method, String path, BodyPublisher body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.at(path))
                .header("Content-Type", "application/json")
                .method(method, body);
        if (!token.isEmpty()) {
            request.headers(key.headers(method, server.at(path), token, server.clock.instant()));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    static String uploadPath(String id) {
        return FileHttp.UPLOAD.replace("{id}", id);
    }

    static FileHttp.Upload upload(int status, HttpResponse<byte[]> answer) throws Exception {
        assertEquals(status, answer.statusCode(), new String(answer.body()));
        return Wire.read(new String(answer.body()), FileHttp.Upload.class);
    }

    /** The problem, which travels with its own status. */
    static Problem problem(HttpResponse<byte[]> answer) throws Exception {
        Problem problem = Wire.read(new String(answer.body()), Problem.class);
        assertEquals(problem.code().status(), answer.statusCode());
        return problem;
    }
}
