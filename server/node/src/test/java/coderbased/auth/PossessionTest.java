package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** An HTTP call is taken from the device that holds the session's key, once, and from nobody else (RFC 9449). */
class PossessionTest {

    private static final Asked ASKED = new Asked("POST", "chat.example.org", "/auth/links");
    private static final URI PLACE = URI.create("https://chat.example.org/auth/links");

    @TempDir
    private Path folder;

    private AuthWorld world;
    private TestPhone ada;

    @BeforeEach
    void aPhone() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void theDeviceItselfIsHeardHoweverTheAddressIsSpelled() {
        for (String place : List.of(
                "https://chat.example.org/auth/links",
                "HTTPS://Chat.Example.ORG/auth/links",
                "https://chat.example.org:443/auth/links",
                "http://chat.example.org/auth/links",
                "http://chat.example.org:80/auth/links")) {
            assertEquals(
                    ada.sessionId(),
                    call(proof(place, "POST", ada.token(), 0, null)).id(),
                    place);
        }
        Asked withPort = new Asked("POST", "127.0.0.1:7070", "/auth/links");
        String proof = proof("http://127.0.0.1:7070/auth/links", "POST", ada.token(), 0, null);
        assertEquals(
                ada.sessionId(),
                world.auth()
                        .requireSession(new Presented(ada.token(), proof, withPort), DeviceKind.PHONE)
                        .id());
    }

    @TestFactory
    Stream<DynamicTest> whatIsNotTheDevicesOwnProofForThisCallIsRefused() {
        String good = proof(PLACE.toString(), "POST", ada.token(), 0, null);
        String[] parts = good.split("\\.");
        TestPhone bob = world.signUp("bob");
        return Stream.of(
                refused("none", ""),
                refused("no proof at all", "abc"),
                refused("the token in its place", ada.token()),
                refused("two parts", parts[0] + "." + parts[1]),
                refused("four parts", good + ".x"),
                refused("no signature", parts[0] + "." + parts[1] + "."),
                refused("too long", good + "A".repeat(Dpop.MAX_PROOF_CHARS)),
                refused("another key", new TestKey().proof(claims(PLACE.toString(), "POST", ada.token(), 0, null))),
                refused("another's key", bob.key().proof(claims(PLACE.toString(), "POST", ada.token(), 0, null))),
                refused(
                        "the header of the one key, the signature of another",
                        parts[0] + "." + parts[1] + "."
                                + bob.key()
                                        .proof(claims(PLACE.toString(), "POST", ada.token(), 0, null))
                                        .split("\\.")[2]),
                refused("claims under another's signature", parts[0] + "." + changed(parts[1]) + "." + parts[2]),
                refused(
                        "alg none",
                        header("{\"typ\":\"dpop+jwt\",\"alg\":\"none\",\"jwk\":%s}") + "." + parts[1] + "."),
                refused(
                        "another type",
                        header("{\"typ\":\"JWT\",\"alg\":\"ES256\",\"jwk\":%s}") + "." + parts[1] + "." + parts[2]),
                refused(
                        "a header with the private key's name in it",
                        header("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"kid\":\"x\",\"jwk\":%s}") + "." + parts[1]
                                + "." + parts[2]),
                refused("another method", proof(PLACE.toString(), "GET", ada.token(), 0, null)),
                refused("another path", proof(PLACE + "/x", "POST", ada.token(), 0, null)),
                refused("another host", proof("https://evil.example.org/auth/links", "POST", ada.token(), 0, null)),
                refused(
                        "a host that begins alike",
                        proof("https://chat.example.org.evil.net/auth/links", "POST", ada.token(), 0, null)),
                refused(
                        "another port",
                        proof("https://chat.example.org:8443/auth/links", "POST", ada.token(), 0, null)),
                refused("a query", proof(PLACE + "?a=b", "POST", ada.token(), 0, null)),
                refused("no scheme", proof("chat.example.org/auth/links", "POST", ada.token(), 0, null)),
                refused("another token", proof(PLACE.toString(), "POST", bob.token(), 0, null)),
                refused("an empty id", ada.key().proof(withId(""))),
                refused("a long id", ada.key().proof(withId("i".repeat(Dpop.MAX_ID_CHARS + 1)))));
    }

    @Test
    void aProofIsTakenOnceHoweverItIsSpelled() {
        String proof = proof(PLACE.toString(), "POST", ada.token(), 0, null);
        call(proof);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof)));
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof + "=")));
        world.clock.turn(Possession.FRESH);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof)));
        world.clock.turn(Duration.ofMinutes(10));
        assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)), "by then it is old anyway");
    }

    @Test
    void aProofIsGoodForAMinuteEitherWay() {
        long most = Possession.FRESH.toSeconds();
        call(proof(PLACE.toString(), "POST", ada.token(), -most, null));
        call(proof(PLACE.toString(), "POST", ada.token(), most, null));
        for (long off : new long[] {-most - 1, most + 1, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2}) {
            String proof = proof(PLACE.toString(), "POST", ada.token(), off, null);
            assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)), "off by " + off);
        }
    }

    @Test
    void aDeviceWithAWrongClockIsHeardWithTheServersNonce() {
        String nonce = world.auth().proofNonce();
        long yesterday = -Duration.ofDays(1).toSeconds();
        call(proof(PLACE.toString(), "POST", ada.token(), yesterday, nonce));
        String again = proof(PLACE.toString(), "POST", ada.token(), yesterday, nonce);
        call(again);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(again)), "a nonce is no licence to repeat");

        world.clock.turn(ProofNonces.GOOD_FOR.plusMillis(1));
        assertEquals(
                ErrorCode.PROOF_STALE,
                TestPhone.refusal(() -> call(proof(PLACE.toString(), "POST", ada.token(), yesterday, nonce))));
        for (String forged : List.of("", "x", changed(world.auth().proofNonce()), "A".repeat(32))) {
            assertEquals(
                    ErrorCode.PROOF_STALE,
                    TestPhone.refusal(() -> call(proof(PLACE.toString(), "POST", ada.token(), yesterday, forged))),
                    forged);
        }
    }

    @Test
    void anotherNodesNonceIsGoodToo() {
        try (AuthService other = world.anotherNode()) {
            call(proof(PLACE.toString(), "POST", ada.token(), -100_000, other.proofNonce()));
        }
    }

    @Test
    void whoCallsTooOftenWaitsAndNobodyElseDoes() {
        AuthRefused refused = assertThrows(AuthRefused.class, () -> {
            for (int i = 0; i < 5_000; i++) {
                ada.session();
            }
        });
        assertEquals(ErrorCode.SLOW_DOWN, refused.problem().code());
        world.signUp("bob").session();
        world.clock.turn(Duration.ofMinutes(7));
        ada.session();
    }

    @Test
    void aStolenTokenWithoutTheKeyLearnsNotEvenHowTheSessionEnded() {
        String stolen = ada.token();
        ada.logOut();
        Presented thief = new TestKey().present(stolen, world.clock.instant());
        assertEquals(
                ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> world.auth().requireSession(thief, DeviceKind.PHONE)));
        assertEquals(
                ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> world.auth().receive(thief)));
        assertEquals(ErrorCode.LOGGED_OUT, TestPhone.refusal(ada::session));
    }

    @Test
    void aReceiptIsTakenFromTheDeviceWhoseSessionIsOverAndShownToThePhone() {
        TestDesktop desktop = world.linked(ada);
        assertEquals(ErrorCode.NOT_ALLOWED, TestPhone.refusal(() -> world.auth().receive(desktop.present())));

        world.auth().devices().unlink(ada.session(), desktop.sessionId());
        var waiting = ada.devices().loggedOut().getFirst();
        assertEquals(Optional.empty(), Optional.ofNullable(waiting.wipedAt()));
        assertEquals(world.clock.instant(), waiting.at());

        world.clock.turn(Duration.ofMillis(41));
        world.heard.clear();
        world.auth().receive(desktop.present());
        world.awaitTold(new AuthEvent.DevicesChanged(ada.accountId()));
        assertEquals(
                waiting.at().plusMillis(41),
                ada.devices().loggedOut().getFirst().wipedAt());

        world.clock.turn(Duration.ofDays(8));
        assertTrue(ada.devices().loggedOut().isEmpty(), "old news");
    }

    private DynamicTest refused(String what, String proof) {
        return DynamicTest.dynamicTest(
                what, () -> assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof))));
    }

    private Session call(String proof) {
        return world.auth().requireSession(new Presented(ada.token(), proof, ASKED), DeviceKind.PHONE);
    }

    private String proof(String place, String method, String token, long secondsOff, @Nullable String nonce) {
        return ada.key().proof(claims(place, method, token, secondsOff, nonce));
    }

    private Dpop.Claims claims(String place, String method, String token, long secondsOff, @Nullable String nonce) {
        long now = world.clock.instant().getEpochSecond();
        return new Dpop.Claims(TestKey.freshId(), method, place, now + secondsOff, Dpop.hash(token), nonce);
    }

    private Dpop.Claims withId(String id) {
        return Dpop.Claims.of(id, "POST", PLACE, ada.token(), world.clock.instant(), null);
    }

    private String header(String json) {
        String jwk = "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + ada.key().publicHalf().x() + "\",\"y\":\""
                + ada.key().publicHalf().y() + "\"}";
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.formatted(jwk).getBytes(StandardCharsets.UTF_8));
    }

    private static String changed(String text) {
        int middle = text.length() / 2;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }
}
