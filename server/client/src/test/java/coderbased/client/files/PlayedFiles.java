package coderbased.client.files;

import coderbased.protocol.ErrorCode;
import coderbased.protocol.FileHttp;
import coderbased.protocol.Problem;
import coderbased.protocol.Wire;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Server with one upload and one file to download, whose failures the test controls. */
final class PlayedFiles implements AutoCloseable {

    /** Reaches zero when an upload is cancelled. */
    final CountDownLatch forgotten = new CountDownLatch(1);

    private final Queue<Mishap> mishaps = new ConcurrentLinkedQueue<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final Javalin javalin;
    private long expected;
    private volatile byte[] file = {};

    /** Failure of a call. */
    interface Mishap {

        /** Returns false if the failure does not apply to this call. */
        boolean happens(Context call) throws Exception;
    }

    PlayedFiles() {
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.before(this::mishap);
                    config.routes.post(FileHttp.UPLOADS, this::announce);
                    config.routes.patch(FileHttp.UPLOAD, this::append);
                    config.routes.delete(FileHttp.UPLOAD, call -> {
                        forgotten.countDown();
                        call.status(204);
                    });
                    config.routes.get(FileHttp.MESSAGE_FILE, this::fetch);
                    config.routes.get(FileHttp.GROUP_PICTURE, this::fetch);
                })
                .start("127.0.0.1", 0);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    /** Makes the next calls fail, one with each failure. */
    void mishaps(Mishap... next) {
        mishaps.addAll(List.of(next));
    }

    /** Refuses the next {@code method} call with a problem. */
    static Mishap refuses(String method, ErrorCode code) {
        return refuses(method, Problem.of(code, "No: " + code));
    }

    static Mishap refuses(String method, Problem problem) {
        return call -> {
            if (!call.method().name().equals(method)) {
                return false;
            }
            // An answer before the end of the request may be lost with the connection.
            call.bodyAsBytes();
            call.status(problem.code().status()).result(Wire.write(problem));
            return true;
        };
    }

    /** Handles the next {@code method} call, and loses its answer. */
    Mishap losesAnswer(String method) {
        return call -> {
            if (!call.method().name().equals(method)) {
                return false;
            }
            append(call);
            call.status(502).result("gateway");
            return true;
        };
    }

    /** Sets the file to download. */
    void has(byte[] bytes) {
        file = bytes;
    }

    synchronized byte[] received() {
        return received.toByteArray();
    }

    /** Returns the calls so far: method and offset. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void mishap(Context call) throws Exception {
        calls.add(call.method().name() + " " + firstOf(call.header(FileHttp.OFFSET_HEADER), call.header("Range")));
        Mishap next = mishaps.peek();
        if (next != null && next.happens(call)) {
            mishaps.remove();
            call.skipRemainingHandlers();
        }
    }

    private synchronized void announce(Context call) throws Exception {
        expected = Wire.read(call.body(), FileHttp.NewUpload.class).size();
        call.status(201).result(Wire.write(state()));
    }

    private synchronized void append(Context call) {
        long offset = Long.parseLong(call.header(FileHttp.OFFSET_HEADER));
        if (offset != received.size()) {
            call.status(409).result(Wire.write(Problem.of(ErrorCode.WRONG_OFFSET, "Elsewhere.")));
            return;
        }
        received.writeBytes(call.bodyAsBytes());
        call.status(200).result(Wire.write(state()));
    }

    /** Discards the received bytes, as if they were damaged. */
    synchronized void forgetsWhatCame() {
        received.reset();
    }

    private FileHttp.Upload state() {
        return new FileHttp.Upload("U", received.size(), received.size() == expected);
    }

    private void fetch(Context call) {
        byte[] bytes = file;
        String[] range = call.header("Range").substring("bytes=".length()).split("-");
        int from = Integer.parseInt(range[0]);
        if (from >= bytes.length) {
            call.status(416).header("Content-Range", "bytes */" + bytes.length);
            return;
        }
        int to = (int) Math.min(bytes.length, Long.parseLong(range[1]) + 1);
        call.status(206)
                .header("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + bytes.length)
                .result(Arrays.copyOfRange(bytes, from, to));
    }

    private static String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }
}
