package coderbased.files;

import coderbased.auth.AuthNodes;
import coderbased.auth.AuthRoutes;
import coderbased.auth.AuthService;
import coderbased.auth.CallRoutes;
import coderbased.auth.TestKey;
import coderbased.blobs.FileFolder;
import coderbased.http.Callers;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.files.SqlFileRecords;
import coderbased.testing.MutableClock;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A server that has accounts and files, over a real database and folder; what is said, the test writes there itself.
 */
final class FileServer implements AutoCloseable {

    final HttpClient http = HttpClient.newHttpClient();
    final MutableClock clock = MutableClock.standing();

    private final Path folder;
    private final FileLimits limits;
    private final SecureRandom random = new SecureRandom();
    private Database database;
    private AuthService auth;
    private FileService files;
    private Javalin javalin;

    FileServer(Path folder, FileLimits limits) throws IOException {
        this.folder = folder;
        this.limits = limits;
        start();
    }

    int port() {
        return javalin.port();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    Path files() {
        return folder.resolve("files");
    }

    FileService service() {
        return files;
    }

    void restart() throws IOException {
        stop();
        start();
    }

    /** A new account, on a phone. */
    Sender signUp(String handle) throws Exception {
        TestKey key = new TestKey();
        DeviceFacts device = new DeviceFacts("Phone", "Test 1", "TestOS");
        AuthHttp.SignUp said =
                new AuthHttp.SignUp(handle, handle, new Secret("correct horse battery"), device, key.publicHalf());
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(at(AuthHttp.ACCOUNTS))
                        .POST(HttpRequest.BodyPublishers.ofString(Wire.write(said)))
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        AuthHttp.SignedIn in = Wire.read(answer.body(), AuthHttp.SignedIn.class);
        return new Sender(this, in.profile().accountId(), in.authToken().value(), key);
    }

    /** There is a conversation of these people, who see all of it. */
    void conversation(String id, Sender... people) {
        change("INSERT INTO conversations (id, created_at, last_seq, last_rev) VALUES (?, 0, 0, 0)", id);
        for (Sender person : people) {
            change(
                    "INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq,"
                            + " read_seq)"
                            + " VALUES (?, ?, TRUE, 0, 1, 0, 0)",
                    id,
                    person.accountId());
        }
    }

    /** There is a message that carries this. */
    void message(String conversation, long seq, Sender sender, String sha256, long size, String name) {
        Body body = new Body.File(sha256, name, "application/octet-stream", size, null, "");
        change(
                "INSERT INTO messages (conversation_id, seq, rev, sender_id, client_id, sent_at, body, forwarded,"
                        + " file_sha256)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?, FALSE, ?)",
                conversation,
                seq,
                seq,
                sender.accountId(),
                "m" + seq,
                Wire.write(body),
                sha256);
    }

    void change(String sql, Object... values) {
        database.write(handle -> handle.execute(sql, values));
    }

    @Override
    public void close() throws IOException {
        http.close();
        stop();
    }

    private void start() throws IOException {
        database = Databases.open(folder.resolve("test.db"));
        auth = AuthNodes.alone(new SqlAuthStore(database), folder, clock, random);
        files = new FileService(new FileFolder(files()), new SqlFileRecords(database), limits, clock, random);
        CallRoutes calls = new CallRoutes(auth, Callers.direct());
        javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.concurrency.useVirtualThreads = true;
                    // As a node does, several times a second.
                    config.routes.before(_ -> auth.readRevocations());
                    new AuthRoutes(auth, calls).addTo(config.routes);
                    new FileRoutes(files, calls, (session, conversation, seq) -> true).addTo(config.routes);
                })
                .start("127.0.0.1", 0);
    }

    private void stop() throws IOException {
        javalin.stop();
        auth.close();
        database.close();
    }
}
