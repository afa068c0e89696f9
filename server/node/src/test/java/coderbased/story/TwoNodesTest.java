package coderbased.story;

import static coderbased.story.World.await;
import static coderbased.story.World.done;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.TestKey;
import coderbased.bus.RealRedis;
import coderbased.client.PhoneClient;
import coderbased.client.SessionState;
import coderbased.client.SessionState.Notice;
import coderbased.client.WebClient;
import coderbased.client.chat.Chat;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.client.net.ProblemException;
import coderbased.node.RawCall;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.AuthHttp.LinkOffer;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import coderbased.store.RealPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The phones are connected to one node and the desktops to another; one PostgreSQL and one Redis are behind both. */
class TwoNodesTest {

    /** As many codes as an account may scan in a row. */
    private static final int RACES = 5;

    private static final int REPLAYS = 5;

    @TempDir
    Path folder;

    private RealRedis redis;
    private World world;

    @BeforeEach
    void open() throws Exception {
        String database = RealPostgres.newDatabase();
        redis = new RealRedis();
        world = World.onTwoNodes(
                folder, settings -> settings.withDatabase(database).withBus(redis.url()));
    }

    @AfterEach
    void close() throws Exception {
        if (world != null) {
            world.close();
        }
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void aPhoneLinksChatsWithAndUnlinksADesktopOfTheOtherNode() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");

        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        for (Chat chat : List.of(ada.chat(), bob.chat())) {
            await(() -> chat.state().conversation(conversation), java.util.Objects::nonNull);
            chat.conversation(conversation).open();
        }
        desktop.chat().conversation(conversation).send("hello from the desktop", null);
        ChatIsLiveTest.awaitTexts(bob.chat(), conversation, List.of("hello from the desktop"));
        bob.chat().conversation(conversation).send("hello from the phone", null);
        List<String> said = List.of("hello from the desktop", "hello from the phone");
        ChatIsLiveTest.awaitTexts(desktop.chat(), conversation, said);
        ChatIsLiveTest.awaitTexts(ada.chat(), conversation, said);

        done(ada.logOut());
        assertLoggedOut(desktop);
    }

    @Test
    void oneOfTwoPhonesOnTwoNodesClaimsTheCode() throws Exception {
        List<PhoneClient> phones = List.of(world.signedUp("ada"), world.signedUpBesideTheDesktops("bob"));
        WebClient desktop = world.desktop("office");
        String code = world.code(desktop);
        for (int round = 0; round < RACES; round++) {
            String raced = code;
            List<CompletableFuture<LinkOffer>> claims =
                    phones.stream().map(phone -> world.claim(phone, raced)).toList();
            List<CompletableFuture<Void>> denials = new ArrayList<>();
            for (int i = 0; i < phones.size(); i++) {
                LinkOffer offer = offerOrNull(claims.get(i));
                if (offer != null) {
                    denials.add(phones.get(i).links().deny(offer.linkId()).thenAccept(_ -> {}));
                }
            }
            assertEquals(1, denials.size(), "of those who scan one code at once, one gets it");
            done(denials.getFirst());
            code = anotherCode(desktop, raced);
        }
    }

    private static @Nullable LinkOffer offerOrNull(CompletableFuture<LinkOffer> claim) throws Exception {
        try {
            return done(claim);
        } catch (ProblemException _) {
            return null;
        }
    }

    private static String anotherCode(WebClient desktop, String than) {
        SessionState.Guest guest = (SessionState.Guest) await(
                desktop::state,
                state -> state instanceof SessionState.Guest waiting
                        && !waiting.code().qrText().value().equals(than));
        return guest.code().qrText().value();
    }

    @Test
    void aLogoutReachesTheOtherNodeWithoutTheBus() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        WebClient desktop = world.linked(ada, "office");
        redis.stop();
        done(ada.logOut());
        assertLoggedOut(desktop);
        redis.start();
    }

    @Test
    void messagesDuringABusOutageReachTheOtherNodeOnceAndInOrder() throws Exception {
        PhoneClient ada = world.signedUp("ada");
        PhoneClient bob = world.signedUp("bob");
        WebClient desktop = world.linked(ada, "office");
        String conversation = ChatIsLiveTest.conversation(desktop.chat(), "bob");
        await(() -> bob.chat().state().conversation(conversation), java.util.Objects::nonNull);
        bob.chat().conversation(conversation).open();
        desktop.chat().conversation(conversation).send("one", null);
        ChatIsLiveTest.awaitTexts(bob.chat(), conversation, List.of("one"));

        redis.stop();
        bob.chat().conversation(conversation).send("two", null);
        ChatIsLiveTest.awaitStatus(bob.chat(), conversation, 1, DeliveryStatus.STORED);
        bob.chat().conversation(conversation).send("three", null);
        redis.start();
        ChatIsLiveTest.awaitTexts(desktop.chat(), conversation, List.of("one", "two", "three"));

        desktop.chat().conversation(conversation).send("four", null);
        List<String> all = List.of("one", "two", "three", "four");
        ChatIsLiveTest.awaitTexts(bob.chat(), conversation, all);
        ChatIsLiveTest.awaitTexts(desktop.chat(), conversation, all);
    }

    @Test
    void aCallAcceptedByOneNodeIsRefusedByTheOther() throws Exception {
        assertTakenOnce();
    }

    @Test
    void aCallIsAcceptedOnceWhileRedisIsAway() throws Exception {
        redis.stop();
        try {
            assertTakenOnce();
        } finally {
            redis.start();
        }
    }

    private void assertTakenOnce() throws Exception {
        TestKey key = new TestKey();
        String token = signUp(key);
        URI devices = URI.create("http://localhost" + AuthHttp.DEVICES);
        for (int round = 0; round < REPLAYS; round++) {
            String[] own = key.headers("GET", devices, token, world.clock.instant());
            String call = "GET " + AuthHttp.DEVICES + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + own[0]
                    + ": " + own[1] + "\r\n" + own[2] + ": " + own[3] + "\r\n\r\n";
            List<CompletableFuture<Integer>> answers = Stream.of(world.cable, world.phoneCable)
                    .map(node -> CompletableFuture.supplyAsync(() -> status(node.port(), call)))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (CompletableFuture<Integer> answer : answers) {
                statuses.add(done(answer));
            }
            assertEquals(
                    List.of(200, ErrorCode.PROOF_REFUSED.status()),
                    statuses.stream().sorted().toList());
        }
    }

    private String signUp(TestKey key) throws Exception {
        DeviceFacts device = new DeviceFacts("Phone", "Test 1", "TestOS");
        AuthHttp.SignUp said = new AuthHttp.SignUp("ada", "Ada", new Secret(World.PASSWORD), device, key.publicHalf());
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(world.address() + AuthHttp.ACCOUNTS))
                    .POST(HttpRequest.BodyPublishers.ofString(Wire.write(said)))
                    .header("Content-Type", "application/json")
                    .build();
            String answer =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return Wire.read(answer, AuthHttp.SignedIn.class).authToken().value();
        }
    }

    private static int status(int port, String call) {
        try {
            return RawCall.status(RawCall.answer(port, call));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void assertLoggedOut(WebClient desktop) {
        SessionState.Guest guest = (SessionState.Guest) await(
                desktop::state,
                state -> state instanceof SessionState.Guest out && out.why() instanceof Notice.LoggedOut);
        assertEquals(
                LogoutReason.PHONE_LOGGED_OUT,
                ((Notice.LoggedOut) guest.why()).logout().reason());
    }
}
