package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.protocol.CloseCode;
import coderbased.testing.Eventually;
import coderbased.testing.TestCertificate;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trust in a certificate on first use, over HTTP and WebSocket, against servers with real certificates. */
final class ServerTrustTest {

    private static final String TOKEN = "the-secret-token";
    private static final Timing TIMING =
            new Timing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofMinutes(5));

    @TempDir
    private Path profile;

    /** Everything that a server was sent inside TLS. */
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private final ClientThread thread = new ClientThread("trust-test");
    private final Map<ServerTrust, HttpCalls> calls = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
        thread.close();
    }

    @ParameterizedTest
    @EnumSource(TestCertificate.class)
    void unknownCertificateIsOfferedAndAcceptedOnceTrusted(TestCertificate certificate) throws Exception {
        ServerTrust trust = trust(server(certificate));
        assertEquals(sentence("untrusted", trust), refusedCall(trust));
        assertEquals(sentence("untrusted", trust), refusedSocket(trust));
        assertTrue(received.isEmpty(), "nothing was sent");

        ServerCertificate offered = trust.decision().offered().orElseThrow();
        assertEquals(certificate.fingerprint(), offered.fingerprint());
        assertEquals(certificate == TestCertificate.EXPIRED, offered.until().isBefore(Instant.now()));
        trust.trust(offered);

        call(trust);
        assertTrue(Eventually.taken(received, "a call").contains(TOKEN));
        assertOpens(trust);
        assertEquals(new ServerTrust.Decision(offered.groups(), null), trust.decision());
    }

    @Test
    void decisionIsKeptForHostAndPort() throws Exception {
        ServerTrust first = trust(server(TestCertificate.FIRST));
        refusedCall(first);
        first.trust(first.decision().offered().orElseThrow());

        ServerTrust again = new ServerTrust(first.server(), profile);
        call(again);
        ServerTrust otherPort = trust(server(TestCertificate.FIRST));
        assertEquals(sentence("untrusted", otherPort), refusedCall(otherPort));
        ServerTrust otherName = new ServerTrust(
                ServerAddress.parse("https://localhost:" + first.server().port()), profile);
        assertEquals(sentence("untrusted", otherName), refusedCall(otherName));
        ServerTrust otherProfile = new ServerTrust(first.server(), null);
        assertEquals(sentence("untrusted", otherProfile), refusedCall(otherProfile));
    }

    /** A man in the middle has a certificate of its own; who vouches for it does not matter. */
    @Test
    void anotherCertificateIsRefusedAndSentNothing() throws Exception {
        URI server = server(TestCertificate.SECOND);
        ServerTrust trust = trusting(server, TestCertificate.FIRST.fingerprint());

        assertEquals(sentence("changed", trust), refusedCall(trust));
        assertEquals(sentence("changed", trust), refusedSocket(trust));
        assertTrue(received.isEmpty(), "no token left this device");
        ServerTrust.Decision decision = trust.decision();
        assertEquals(Optional.empty(), decision.offered(), "a changed certificate is not offered");
        assertEquals(TestCertificate.SECOND.fingerprint(), decision.refused().fingerprint());

        trust.trust(decision.refused());
        assertEquals(sentence("changed", trust), refusedCall(trust));
        trust.forget();
        assertEquals(sentence("untrusted", trust), refusedCall(trust));
        trust.trust(trust.decision().offered().orElseThrow());
        call(trust);
    }

    @Test
    void forgottenCertificateIsRefusedAlsoInAResumedSession() throws Exception {
        ServerTrust trust = trusting(server(TestCertificate.FIRST), TestCertificate.FIRST.fingerprint());
        call(trust);
        call(trust);
        trust.forget();
        assertEquals(sentence("untrusted", trust), refusedCall(trust));
        assertEquals(sentence("untrusted", trust), refusedSocket(trust));
        assertNull(new ServerTrust(trust.server(), profile).decision().trusted());
    }

    @Test
    void damagedDecisionDoesNotMakeTheNextCertificateTheFirst() throws Exception {
        ServerTrust trust = trusting(server(TestCertificate.FIRST), "damaged");
        assertEquals(sentence("changed", trust), refusedCall(trust));
        assertFalse(trust.decision().offered().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "other\\:443=\\u12"})
    void unreadableDecisionsAreKeptAndOfferNoCertificate(String damage) throws Exception {
        Path file = profile.resolve("trusted-servers.properties");
        URI server = server(TestCertificate.SECOND);
        trusting(server, TestCertificate.FIRST.fingerprint());
        byte[] damaged = (Files.readString(file) + damage).getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, damaged);

        ServerTrust trust = trust(server);
        String unreadable = MESSAGES.text("connection.trustUnreadable", "server", trust.server(), "file", file);
        assertEquals(unreadable, refusedCall(trust));
        assertEquals(unreadable, refusedSocket(trust));
        assertTrue(received.isEmpty(), "no token left this device");
        assertEquals(new ServerTrust.Decision(null, null), trust.decision(), "nothing is offered");
        new TrustedServers(profile).put("other:443", TestCertificate.SECOND.fingerprint());
        trust.forget();
        assertArrayEquals(damaged, Files.readAllBytes(file));
    }

    @Test
    void profileThatAFileBlocksKeepsADecisionUntilItsEnd() throws Exception {
        Path blocked = Files.writeString(profile.resolve("blocked"), "in the way");
        ServerTrust trust = new ServerTrust(new ServerAddress(server(TestCertificate.FIRST)), blocked);
        refusedCall(trust);
        trust.trust(trust.decision().offered().orElseThrow());
        call(trust);
    }

    @Test
    void onlyTheCertificateThatWasShownIsTrusted() throws Exception {
        ServerTrust trust = trust(server(TestCertificate.FIRST));
        refusedCall(trust);
        trust.trust(new ServerCertificate(TestCertificate.SECOND.fingerprint(), Instant.EPOCH, Instant.MAX));
        assertEquals(sentence("untrusted", trust), refusedCall(trust));
        assertTrue(Files.notExists(profile.resolve("trusted-servers.properties")));
    }

    @Test
    void listenersHearEachDecision() throws Exception {
        ServerTrust trust = trust(server(TestCertificate.FIRST));
        BlockingQueue<ServerTrust.Decision> heard = new LinkedBlockingQueue<>();
        Subscription subscription = trust.watch(heard::add);
        assertEquals(new ServerTrust.Decision(null, null), Eventually.taken(heard, "the current state"));
        refusedCall(trust);
        ServerCertificate offered =
                Eventually.taken(heard, "the offer").offered().orElseThrow();
        trust.trust(offered);
        assertEquals(offered.groups(), Eventually.taken(heard, "the decision").trusted());
        subscription.close();
        trust.forget();
        assertTrue(heard.isEmpty());
    }

    @Test
    void fingerprintIsShownInFourGroupsOfPairs() {
        String groups = new ServerCertificate("0123456789ABCDEF".repeat(4), Instant.EPOCH, Instant.EPOCH).groups();
        assertEquals("01:23:45:67:89:AB:CD:EF ".repeat(4).strip(), groups);
    }

    @Test
    void serverWithoutTlsIsNamedAsSuch() throws Exception {
        RawWebSocketServer plain = opened(new RawWebSocketServer(connection -> {
            connection.in().read();
            connection.say("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        }));
        ServerTrust trust = trust(URI.create("https://127.0.0.1:" + plain.port()));
        assertEquals(sentence("speaksPlainHere", trust), refusedCall(trust));
        assertEquals(sentence("speaksPlainHere", trust), refusedSocket(trust));
        assertTrue(refusedCall(trust).startsWith("Use http://127.0.0.1:" + plain.port()));
    }

    @Test
    void serverWithTlsIsNamedAsSuch() throws Exception {
        URI secure = server(TestCertificate.FIRST);
        ServerTrust trust = trust(URI.create("http://127.0.0.1:" + secure.getPort()));
        assertEquals(sentence("speaksTls", trust), refusedCall(trust));
        assertTrue(refusedCall(trust).startsWith("Use " + secure));
    }

    @Test
    void brokenHandshakeIsNotCalledACertificate() throws Exception {
        RawWebSocketServer strange = opened(new RawWebSocketServer(connection -> {
            connection.in().read();
            connection.say("220 mail.example.org ESMTP\r\n");
        }));
        ServerTrust trust = trust(URI.create("https://127.0.0.1:" + strange.port()));
        assertEquals(sentence("noTls", trust), refusedCall(trust));
    }

    private URI server(TestCertificate certificate) throws IOException {
        RawWebSocketServer server =
                opened(new RawWebSocketServer(certificate.context().getServerSocketFactory(), connection -> {
                    String head = connection.head();
                    if (head.isEmpty()) {
                        return;
                    }
                    received.add(head);
                    if (head.contains("Upgrade: websocket")) {
                        connection.shakeHands(head);
                        connection.hold();
                    } else {
                        connection.say("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
                    }
                }));
        return URI.create("https://127.0.0.1:" + server.port());
    }

    private ServerTrust trust(URI server) {
        return new ServerTrust(new ServerAddress(server), profile);
    }

    private ServerTrust trusting(URI server, String fingerprint) {
        new TrustedServers(profile).put(new ServerAddress(server).place(), fingerprint);
        return trust(server);
    }

    private static String sentence(String key, ServerTrust trust) {
        ServerAddress server = trust.server();
        return key.equals("speaksTls") || key.equals("speaksPlainHere")
                ? MESSAGES.text("connection." + key, "place", server.place())
                : MESSAGES.text("connection." + key, "server", server);
    }

    private void call(ServerTrust trust) {
        calls.computeIfAbsent(trust, this::calls)
                .tell(new HttpCalls.Call("DELETE", "/auth/session", People.credentials(TOKEN), null));
    }

    private HttpCalls calls(ServerTrust trust) {
        return new HttpCalls(trust, TIMING, new Proofs(Clock.systemUTC(), People.RANDOM));
    }

    private String refusedCall(ServerTrust trust) {
        return assertThrows(ProblemException.class, () -> call(trust)).getMessage();
    }

    private String refusedSocket(ServerTrust trust) {
        return Eventually.taken(dial(trust).ends, "the end of the connection").trouble();
    }

    private void assertOpens(ServerTrust trust) {
        Eventually.taken(dial(trust).opened, "the connection");
    }

    private Heard dial(ServerTrust trust) {
        ClientContext context = new ClientContext(trust, People.OFFICE_PC, Clock.systemUTC(), People.RANDOM, TIMING);
        Heard heard = new Heard();
        TextSocket socket = new SocketDialer(context, thread).dial("/ws/chat", heard);
        open.add(() -> thread.execute(() -> socket.close(CloseCode.NORMAL)));
        return heard;
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.add(part);
        return part;
    }

    private static final class Heard implements TextSocket.Listener {

        private final BlockingQueue<Boolean> opened = new LinkedBlockingQueue<>();
        private final BlockingQueue<Disconnection> ends = new LinkedBlockingQueue<>();

        @Override
        public void opened() {
            opened.add(true);
        }

        @Override
        public void text(String text) {}

        @Override
        public void ended(Disconnection lost) {
            ends.add(lost);
        }
    }
}
