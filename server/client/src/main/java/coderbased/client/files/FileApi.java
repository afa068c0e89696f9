package coderbased.client.files;

import coderbased.client.net.HttpCalls;
import coderbased.client.net.HttpCalls.Call;
import coderbased.client.net.SessionCalls;
import coderbased.protocol.FileHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The HTTP calls for files ({@link FileHttp}) with the credentials of the current session, one method each.
 * Thread-safe; calls block, and interrupting the thread ends them. Every method throws
 * {@link coderbased.client.net.ProblemException}.
 */
public final class FileApi {

    private final HttpCalls http;
    private final SessionCalls calls;

    public FileApi(HttpCalls http, SessionCalls calls) {
        this.http = http;
        this.calls = calls;
    }

    FileHttp.Upload announce(FileHttp.NewUpload body) {
        return calls.now(by -> http.ask(new Call("POST", FileHttp.UPLOADS, by, body), FileHttp.Upload.class));
    }

    FileHttp.Upload append(String id, long offset, byte[] bytes) {
        HttpCalls.Piece piece = new HttpCalls.Piece(offset, bytes);
        return calls.now(by -> http.ask(new Call("PATCH", upload(id), by, piece), FileHttp.Upload.class));
    }

    void cancel(String id) {
        calls.now(by -> {
            http.tell(new Call("DELETE", upload(id), by, null));
            return id;
        });
    }

    /** Returns at most {@code bytes} bytes of a file from {@code offset} on. */
    HttpCalls.Part part(String path, long offset, int bytes) {
        return calls.now(by -> http.part(new Call("GET", path, by, null), offset, bytes));
    }

    static String messageFile(String conversationId, long seq) {
        return FileHttp.MESSAGE_FILE
                .replace("{conversation}", encoded(conversationId))
                .replace("{seq}", Long.toString(seq));
    }

    static String groupPicture(String conversationId) {
        return FileHttp.GROUP_PICTURE.replace("{conversation}", encoded(conversationId));
    }

    private static String upload(String id) {
        return FileHttp.UPLOAD.replace("{id}", encoded(id));
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
