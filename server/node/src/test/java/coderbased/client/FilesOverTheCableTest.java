package coderbased.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.Line.Transfer;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Body;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.Logout;
import coderbased.protocol.Profile;
import coderbased.protocol.Protocol;
import coderbased.story.Cable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real client sends a file to a real server over a bad line. */
final class FilesOverTheCableTest {

    private static final byte[] BYTES = new byte[(int) Protocol.MAX_FILE_BYTES];
    private static final Timing BRISK = new Timing(
            Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(20));

    static {
        new Random(25).nextBytes(BYTES);
    }

    @TempDir
    private Path place;

    private final ClientThread thread = new ClientThread("cable-test");
    private Node node;
    private Cable cable;
    private HttpCalls http;
    private FileTransfers files;

    @BeforeEach
    void aPhoneAtTheEndOfACable() throws Exception {
        node = Node.start(settings(), Clock.systemUTC());
        cable = new Cable(node.port());
        Surroundings surroundings = new Surroundings(
                new ServerAddress(URI.create("http://127.0.0.1:" + cable.port())),
                new ProfileFolder(place.resolve("profile")).credentials(),
                new DeviceFacts("Phone", "Test 1", "TestOS"),
                Clock.systemUTC(),
                new SecureRandom(),
                BRISK);
        http = new HttpCalls(surroundings.server(), BRISK);
        HeldCredentials held = new HeldCredentials(surroundings.credentials());
        held.begin(signUp(surroundings));
        HeldSession session = new HeldSession(surroundings, thread, held, new Unheard());
        FileApi api = new FileApi(http, new SessionCalls(thread, held, session));
        files = new LiveFileTransfers(place.resolve("profile").resolve("files"), api, thread, surroundings);
    }

    @AfterEach
    void stop() throws Exception {
        files.close();
        http.close();
        thread.close();
        cable.close();
        node.close();
    }

    @Test
    void theLargestFileArrivesThoughTheCableIsCutInTheMiddleAgainAndAgain() throws Exception {
        Body.File file = taken();
        CutAt cuts = new CutAt(cable, 3_000_000, 9_000_000, 20_000_000);

        CompletableFuture<Void> upload = files.upload(file, cuts);

        upload.get(60, TimeUnit.SECONDS);
        assertTrue(cuts.allMade());
        assertArrayEquals(BYTES, kept(file));
    }

    @Test
    void anUploadOutlivesTheServersRestart() throws Exception {
        Body.File file = taken();
        CompletableFuture<Void> halfway = new CompletableFuture<>();
        CompletableFuture<Void> upload = files.upload(file, transfer -> {
            if (transfer.done() > BYTES.length / 2 && halfway.complete(null)) {
                cable.cut();
            }
        });
        halfway.get(60, TimeUnit.SECONDS);

        node.close();
        node = Node.start(settings(), Clock.systemUTC());
        cable.plugInto(node.port());
        cable.mend();

        upload.get(60, TimeUnit.SECONDS);
        assertArrayEquals(BYTES, kept(file));
    }

    private Settings settings() {
        return Settings.standard(place.resolve("server")).withPort(0);
    }

    private Body.File taken() throws Exception {
        Path picked = Files.write(place.resolve("film.bin"), BYTES);
        return files.take(picked, "").get(20, TimeUnit.SECONDS);
    }

    private byte[] kept(Body.File file) throws Exception {
        String hash = file.sha256();
        assertEquals(BYTES.length, file.size());
        return Files.readAllBytes(place.resolve("server")
                .resolve(Path.of("files", hash.substring(0, 2), hash.substring(2, 4), hash)));
    }

    private Credentials signUp(Surroundings surroundings) {
        DeviceKeyPair keys = DeviceKeyPair.make(surroundings.random());
        AuthHttp.SignedIn in = new AuthApi(http)
                .signUp(new AuthHttp.SignUp(
                        "ada", "Ada", "correct horse battery", surroundings.device(), keys.publicKey()));
        return new Credentials(in.authToken(), keys.privateKey(), in.profile(), in.sessionId(), in.serverId());
    }

    /** Cuts the cable when so many bytes have arrived, and mends it when the client has noticed. */
    private static final class CutAt implements Consumer<Transfer> {

        private final Cable cable;
        private final long[] bytes;
        private volatile int made;

        CutAt(Cable cable, long... bytes) {
            this.cable = cable;
            this.bytes = bytes;
        }

        boolean allMade() {
            return made == bytes.length;
        }

        @Override
        public void accept(Transfer transfer) {
            if (transfer.waiting()) {
                cable.mend();
            } else if (made < bytes.length && transfer.done() > bytes[made]) {
                // The next piece is already under way.
                cable.cut();
                made = made + 1;
            }
        }
    }

    /** Nobody listens to the session. */
    private static final class Unheard implements HeldSession.Listener {

        @Override
        public void admitted(Profile profile) {}

        @Override
        public void heard(ChatServerMessage message) {}

        @Override
        public void ended(Logout logout) {}

        @Override
        public void lost(String trouble) {}

        @Override
        public void mustStop(DisconnectReason reason) {}
    }
}
