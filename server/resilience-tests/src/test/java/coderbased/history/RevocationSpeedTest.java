package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.MadeSessions;
import coderbased.auth.session.AuthContext;
import coderbased.auth.tokens.AuthKeys;
import coderbased.chat.ChatLimits;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time from a logout to the devices: told, closed, and acknowledged. Prints what it measured. */
@Tag("nightly")
class RevocationSpeedTest {

    private static final int DEVICES = 1_000;
    private static final long LIMIT_SECONDS = Deadlines.seconds(120);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void aThousandDevicesAreLoggedOutAtOnce() throws Exception {
        List<MadeSessions.Made> all = household();
        ChatLimits standard = ChatLimits.standard();
        ChatLimits roomy = new ChatLimits(
                standard.authenticateTimeout(),
                standard.heartbeat(),
                standard.heartbeatSpread(),
                standard.pongTimeout(),
                standard.closeTimeout(),
                standard.queueMessages(),
                standard.queueChars(),
                0,
                2 * DEVICES,
                standard.guests(),
                DEVICES,
                standard.accounts());
        try (Node node = Node.start(Settings.standard(folder).withPort(0).with(roomy), Clock.systemUTC())) {
            List<Desktop> desktops = new ArrayList<>();
            for (MadeSessions.Made made : all.subList(1, all.size())) {
                desktops.add(new Desktop(node, made));
            }
            for (Desktop desktop : desktops) {
                desktop.admitted.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            }
            long pressed = System.nanoTime();
            call(node, "DELETE", AuthHttp.DEVICES, all.getFirst());
            long answered = System.nanoTime();
            print("answered", LongStream.of(answered - pressed));
            print("told", desktops.stream().mapToLong(desktop -> at(desktop.told) - pressed));
            print("closed", desktops.stream().mapToLong(desktop -> at(desktop.closed) - pressed));
            print("acknowledged", desktops.stream().mapToLong(desktop -> at(desktop.acknowledged) - pressed));
            String list = call(node, "GET", AuthHttp.DEVICES, all.getFirst());
            AuthHttp.Devices devices = Wire.read(list, AuthHttp.Devices.class);
            assertEquals(List.of(), devices.devices());
            assertEquals(
                    0,
                    devices.loggedOut().stream()
                            .filter(device -> device.wipedAt() == null)
                            .count());
        }
    }

    private List<MadeSessions.Made> household() throws Exception {
        SecureRandom random = new SecureRandom();
        try (Database database = Databases.open(folder.resolve("coderbased.db"))) {
            return new MadeSessions(
                            new SqlAuthStore(database),
                            AuthKeys.open(folder, random),
                            new AuthContext(Clock.systemUTC(), random))
                    .household("ada", DEVICES);
        }
    }

    private String call(Node node, String method, String path, MadeSessions.Made by) throws Exception {
        HttpResponse<String> answer = http.send(request(node, method, path, by), HttpResponse.BodyHandlers.ofString());
        assertEquals(2, answer.statusCode() / 100, answer.body());
        return answer.body();
    }

    private static HttpRequest request(Node node, String method, String path, MadeSessions.Made by) {
        URI address = URI.create(node.address() + path);
        return HttpRequest.newBuilder(address)
                .headers(by.key()
                        .headers(method, address, by.token(), Clock.systemUTC().instant()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static long at(CompletableFuture<Long> moment) {
        return moment.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    private static void print(String what, LongStream nanos) {
        long[] sorted = nanos.sorted().toArray();
        System.out.printf(
                "logout of %d devices, from the press to %s: p50 %.1f ms, p99 %.1f ms, last %.1f ms%n",
                DEVICES,
                what,
                sorted[sorted.length / 2] / 1e6,
                sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    /** Holds a chat connection, and does what the desktop does when it is told that its session is over. */
    private final class Desktop implements WebSocket.Listener {

        final CompletableFuture<Boolean> admitted = new CompletableFuture<>();
        final CompletableFuture<Long> told = new CompletableFuture<>();
        final CompletableFuture<Long> closed = new CompletableFuture<>();
        final CompletableFuture<Long> acknowledged = new CompletableFuture<>();
        private final Node node;
        private final MadeSessions.Made made;
        private final StringBuilder text = new StringBuilder();

        Desktop(Node node, MadeSessions.Made made) {
            this.node = node;
            this.made = made;
            URI address = URI.create("ws://127.0.0.1:" + node.port() + Protocol.CHAT_PATH);
            http.newWebSocketBuilder().buildAsync(address, this).join();
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                heard(socket, text.toString());
                text.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(System.nanoTime());
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(System.nanoTime());
        }

        private void heard(WebSocket socket, String message) {
            try {
                switch (Wire.read(message, ChatServerMessage.class)) {
                    case ChatServerMessage.Challenge challenge ->
                        socket.sendText(Wire.write(made.answer(challenge.nonce())), true);
                    case ChatServerMessage.Admitted in -> admitted.complete(true);
                    case ChatServerMessage.LoggedOut over -> {
                        told.complete(System.nanoTime());
                        http.sendAsync(
                                        request(node, "POST", AuthHttp.RECEIPT, made),
                                        HttpResponse.BodyHandlers.discarding())
                                .thenRun(() -> acknowledged.complete(System.nanoTime()));
                    }
                    default -> {}
                }
            } catch (Wire.Malformed e) {
                admitted.completeExceptionally(e);
            }
        }
    }
}
