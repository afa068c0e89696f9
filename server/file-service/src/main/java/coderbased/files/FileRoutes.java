package coderbased.files;

import coderbased.auth.CallRoutes;
import coderbased.auth.HttpCall;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionHold;
import coderbased.protocol.FileHttp;
import coderbased.protocol.ProblemReason;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** The HTTP routes of files, one line each; {@link FileHttp} lists paths and bodies. */
public final class FileRoutes {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int PARTIAL_CONTENT = 206;
    private static final int NOT_MODIFIED = 304;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final FileService files;
    private final CallRoutes calls;
    private final Sight sight;

    /** Creates the routes to that service. */
    public FileRoutes(FileService files, CallRoutes calls, Sight sight) {
        this.files = files;
        this.calls = calls;
        this.sight = sight;
    }

    /** Visibility of messages to devices. */
    public interface Sight {

        /** True if the session's device sees that message, provided that its account may. */
        boolean sees(Session session, String conversationId, long seq);
    }

    /** Adds every path of {@link FileHttp}. */
    public void addTo(RoutesConfig routes) {
        routes.post(
                FileHttp.UPLOADS,
                calls.answering(
                        CREATED, (call, path) -> files.announce(writer(call), call.body(FileHttp.NewUpload.class))));
        routes.get(FileHttp.UPLOAD, calls.answering(OK, (call, path) -> files.upload(account(call), path.of("id"))));
        routes.patch(FileHttp.UPLOAD, calls.answering(OK, (call, path) -> append(call, path.of("id"))));
        routes.delete(FileHttp.UPLOAD, calls.doing((call, path) -> files.cancel(writer(call), path.of("id"))));
        routes.get(
                FileHttp.MESSAGE_FILE,
                context -> send(
                        context,
                        calls.found(
                                context,
                                (call, path) -> ofMessage(call, path.of("conversation"), number(path.of("seq"))))));
        routes.get(
                FileHttp.GROUP_PICTURE,
                context -> send(context, calls.found(context, (call, path) -> ofGroup(call, path.of("conversation")))));
    }

    /** A file on its way to a device, with the hold on that device's session. */
    private record Fetched(Download download, SessionHold hold) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            hold.close();
            download.close();
        }
    }

    private FileHttp.Upload append(HttpCall call, String id) throws IOException {
        Session session = call.writer();
        long offset = offset(call);
        try (SessionHold hold = call.hold(session)) {
            return files.append(session.accountId(), id, offset, call.content(hold));
        }
    }

    private Fetched ofMessage(HttpCall call, String conversation, long seq) {
        Session session = call.device();
        // A message that the device does not see is answered as one that does not exist.
        long seen = sight.sees(session, conversation, seq) ? seq : -1;
        return fetched(call, session, () -> files.ofMessage(session.accountId(), conversation, seen));
    }

    private Fetched ofGroup(HttpCall call, String conversation) {
        Session session = call.device();
        return fetched(call, session, () -> files.ofGroup(session.accountId(), conversation));
    }

    private static Fetched fetched(HttpCall call, Session session, Supplier<Download> download) {
        SessionHold hold = call.hold(session);
        try {
            return new Fetched(download.get(), hold);
        } catch (RuntimeException | Error e) {
            hold.close();
            throw e;
        }
    }

    private static String writer(HttpCall call) {
        return call.writer().accountId();
    }

    private static String account(HttpCall call) {
        return call.device().accountId();
    }

    private static long offset(HttpCall call) {
        return call.header(FileHttp.OFFSET_HEADER)
                .map(FileRoutes::number)
                .filter(offset -> offset >= 0)
                .orElseThrow(
                        () -> FileRefused.because(ProblemReason.FILE_OFFSET_MISSING, "header", FileHttp.OFFSET_HEADER));
    }

    /** Returns the number; -1, which no message has, if the text is not a number. */
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static void send(Context context, Optional<Fetched> found) throws IOException {
        if (found.isPresent()) {
            send(context, found.get());
        }
    }

    private static void send(Context context, Fetched fetched) throws IOException {
        try (fetched) {
            KeptFile file = fetched.download().file();
            String tag = '"' + file.copy().sha256() + '"';
            describe(context, file, tag);
            if (tag.equals(context.header(Header.IF_NONE_MATCH))) {
                context.status(NOT_MODIFIED);
                return;
            }
            switch (asked(context, file, tag)) {
                case ByteRange.Asked.Whole whole -> send(context, OK, fetched, new ByteRange(0, file.size() - 1));
                case ByteRange.Asked.Part(ByteRange range) -> {
                    context.header(
                            Header.CONTENT_RANGE, "bytes " + range.first() + "-" + range.last() + "/" + file.size());
                    send(context, PARTIAL_CONTENT, fetched, range);
                }
                case ByteRange.Asked.Nothing nothing ->
                    context.status(RANGE_NOT_SATISFIABLE).header(Header.CONTENT_RANGE, "bytes */" + file.size());
            }
        }
    }

    /** Tells browsers to save the file: nothing that people send is ever run or shown as this server's own page. */
    private static void describe(Context context, KeptFile file, String tag) {
        context.contentType("application/octet-stream")
                .header(Header.CONTENT_DISPOSITION, AttachmentName.disposition(file.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(Header.CACHE_CONTROL, "private, no-cache")
                .header(Header.ACCEPT_RANGES, "bytes")
                .header(Header.ETAG, tag);
    }

    private static ByteRange.Asked asked(Context context, KeptFile file, String tag) {
        String range = context.header(Header.RANGE);
        String onlyIf = context.header(Header.IF_RANGE);
        boolean still = onlyIf == null || onlyIf.equals(tag);
        return range == null || !still ? new ByteRange.Asked.Whole() : ByteRange.read(range, file.size());
    }

    private static void send(Context context, int status, Fetched fetched, ByteRange range) throws IOException {
        context.status(status);
        context.res().setContentLengthLong(range.length());
        // Writes past Javalin, which would compress: a range counts the bytes of the file itself.
        fetched.download().send(range, fetched.hold().guard(context.res().getOutputStream()));
    }
}
