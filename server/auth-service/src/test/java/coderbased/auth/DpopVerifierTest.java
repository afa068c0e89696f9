package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.DpopNonces;
import coderbased.auth.tokens.DpopVerifier;
import coderbased.http.RequestTarget;
import coderbased.protocol.Base64Url;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
class DpopVerifierTest {

    private static final RequestTarget ASKED = new RequestTarget("POST", "chat.example.org", "/auth/links");
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
    void aValidProofIsAcceptedForEverySpellingOfTheAddress() {
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
        RequestTarget withPort = new RequestTarget("POST", "127.0.0.1:7070", "/auth/links");
        String proof = proof("http://127.0.0.1:7070/auth/links", "POST", ada.token(), 0, null);
        assertEquals(
                ada.sessionId(),
                world.auth()
                        .requireSession(
                                new DpopCredentials(new Secret(ada.token()), new Secret(proof), withPort),
                                DeviceKind.PHONE)
                        .id());
    }

    @TestFactory
    Stream<DynamicTest> aProofThatDoesNotMatchTheCallIsRefused() {
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
                refused("padding", good + "="),
                refused("padding inside", parts[0] + "=." + parts[1] + "." + parts[2]),
                refused("a blank before", " " + good),
                refused("a blank after", good + " "),
                refused("a tab after", good + "\t"),
                refused("two proofs in one", good + "," + good),
                refused("two proofs in one, with a blank", good + ", " + good),
                refused("a signature of 63 bytes", parts[0] + "." + parts[1] + "." + shorter(parts[2])),
                refused(
                        "critical nothing",
                        signed("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"crit\":[],\"jwk\":%s}", parts[1])),
                refused(
                        "the type in other letters",
                        signed("{\"typ\":\"DPoP+JWT\",\"alg\":\"ES256\",\"jwk\":%s}", parts[1])),
                refused(
                        "the algorithm in other letters",
                        signed("{\"typ\":\"dpop+jwt\",\"alg\":\"es256\",\"jwk\":%s}", parts[1])),
                refused(
                        "a member twice",
                        signed("{\"typ\":\"dpop+jwt\",\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":%s}", parts[1])),
                refused(
                        "a private key",
                        signed(
                                "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + jwk(",\"d\":\"AAAA\"") + "}",
                                parts[1])),
                keyed("a curve of another size", "P-256", "P-384"),
                keyed("a key of another type", "\"EC\"", "\"RSA\""),
                keyed("a point off the curve", "\"y\":\"[^\"]*\"", "\"y\":\"" + "A".repeat(43) + "\""),
                keyed("a zero before a coordinate", "\"x\":\"[^\"]*\"", "\"x\":\"" + longer() + "\""),
                keyed("padding behind a coordinate", "\"x\":\"([^\"]*)\"", "\"x\":\"$1=\""),
                keyed("a coordinate as a number", "\"x\":\"[^\"]*\"", "\"x\":1"),
                keyed("a huge coordinate", "\"x\":\"[^\"]*\"", "\"x\":\"" + "A".repeat(1200) + "\""),
                keyed("no coordinate", ",\"y\":\"[^\"]*\"", ""),
                keyed("a coordinate twice", "(\"x\":\"[^\"]*\")", "$1,$1"),
                keyed("a key with a name", "\"kty\"", "\"kid\":\"a\",\"kty\""),
                keyed("a key with a use", "\"kty\"", "\"use\":\"sig\",\"kty\""),
                keyed("a key from elsewhere", "\"kty\"", "\"x5u\":\"http://127.0.0.1/\",\"kty\""),
                refused(
                        "a key that is a text",
                        signed("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":\"x\"}", parts[1])),
                refused(
                        "compressed claims",
                        signed("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"zip\":\"DEF\",\"jwk\":%s}", parts[1])),
                refused("no key", signed("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\"}", parts[1])),
                claimed("no hash of the token", "\"ath\":", "\"axh\":"),
                claimed("a time with a fraction", "\"iat\":(\\d+)", "\"iat\":$1.5"),
                claimed("a time as a power", "\"iat\":(\\d+)", "\"iat\":17e8"),
                claimed("a time in quotes", "\"iat\":(\\d+)", "\"iat\":\"$1\""),
                claimed("a time that fits no number", "\"iat\":(\\d+)", "\"iat\":99999999999999999999"),
                claimed("no time", "\"iat\":(\\d+),", ""),
                claimed("an empty time", "\"iat\":(\\d+)", "\"iat\":null"),
                claimed("two times", "\"iat\":(\\d+)", "\"iat\":$1,\"iat\":$1"),
                claimed("more than claims", "}$", "} {}"),
                refused("no scheme", proof("chat.example.org/auth/links", "POST", ada.token(), 0, null)),
                refused("another token", proof(PLACE.toString(), "POST", bob.token(), 0, null)),
                refused("an empty id", ada.key().proof(withId(""))),
                refused("a long id", ada.key().proof(withId("i".repeat(Dpop.MAX_ID_CHARS + 1)))));
    }

    @Test
    void aProofIsAcceptedOnceInAnySpelling() {
        String proof = proof(PLACE.toString(), "POST", ada.token(), 0, null);
        call(proof);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof)));
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof + "=")));
        world.clock.turn(DpopVerifier.MAX_CLOCK_ERROR);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof)));
        world.clock.turn(Duration.ofMinutes(10));
        assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)), "by then it is old anyway");
    }

    @Test
    void queryAndFragmentAreIgnored() {
        call(proof(PLACE + "?a=b", "POST", ada.token(), 0, null));
        call(proof(PLACE + "#c", "POST", ada.token(), 0, null));
    }

    @Test
    void theLongestIdIsAccepted() {
        call(ada.key().proof(withId("i".repeat(Dpop.MAX_ID_CHARS))));
    }

    @Test
    void aProofIsAcceptedOnceAcrossRestarts() {
        String plain = proof(PLACE.toString(), "POST", ada.token(), 0, null);
        String ahead = proof(PLACE.toString(), "POST", ada.token(), DpopVerifier.MAX_CLOCK_ERROR.toSeconds(), null);
        String nonce = world.auth().proofNonce();
        String withNonce = proof(PLACE.toString(), "POST", ada.token(), -100_000, nonce);
        String unused = proof(PLACE.toString(), "POST", ada.token(), 0, null);
        List.of(plain, ahead, withNonce).forEach(this::call);
        world.restart();
        List.of(plain, ahead, withNonce)
                .forEach(proof -> assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(proof))));
        call(unused);
        call(proof(PLACE.toString(), "POST", ada.token(), -100_000, nonce));
    }

    @Test
    void aProofIsAcceptedByOneNodeOnly() {
        try (AuthService other = world.anotherNode()) {
            for (String nonce : Arrays.asList(null, world.auth().proofNonce(), other.proofNonce())) {
                String proof = proof(PLACE.toString(), "POST", ada.token(), 0, nonce);
                call(proof);
                assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> callAt(other, proof)));
            }
        }
    }

    @Test
    void unrecordedProofIsAcceptedOnlyOnTheNodeThatIssuedItsNonce() {
        try (AuthService other = world.anotherNode()) {
            Runnable full = () -> {
                throw new AuthStoreDown("the disk is full", new IOException("full"));
            };
            world.door().beforeNext("spendProof", full);
            String proof = proof(PLACE.toString(), "POST", ada.token(), 0, null);
            assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)));
            world.door().beforeNext("spendProof", full);
            String own =
                    proof(PLACE.toString(), "POST", ada.token(), 0, world.auth().proofNonce());
            call(own);
            assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(own)));
            assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> callAt(other, own)));
            world.restart();
            assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(own)));
        }
    }

    @Test
    void callsToASingleNodeWriteNothingOnceTheNonceIsKnown() {
        try (AuthService single = world.singleNode()) {
            callAt(single, proof(PLACE.toString(), "POST", ada.token(), 0, null));
            String nonce = single.nextProofNonce().orElseThrow();
            world.door().beforeNext("spendProof", () -> {
                throw new AssertionError("a proof was written to the store");
            });
            String proof = proof(PLACE.toString(), "POST", ada.token(), 0, nonce);
            callAt(single, proof);
            assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> callAt(single, proof)));
        }
        assertEquals(Optional.empty(), world.auth().nextProofNonce(), "the next call may meet another node");
    }

    @Test
    void anInvalidNonceIsRefused() {
        String proof = proof(PLACE.toString(), "POST", ada.token(), 0, "not one of ours");
        assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)));
    }

    @Test
    void aProofIsValidForAMinuteEitherWay() {
        long most = DpopVerifier.MAX_CLOCK_ERROR.toSeconds();
        call(proof(PLACE.toString(), "POST", ada.token(), -most, null));
        call(proof(PLACE.toString(), "POST", ada.token(), most, null));
        for (long off : new long[] {-most - 1, most + 1, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2}) {
            String proof = proof(PLACE.toString(), "POST", ada.token(), off, null);
            assertEquals(ErrorCode.PROOF_STALE, TestPhone.refusal(() -> call(proof)), "off by " + off);
        }
    }

    @Test
    void aDeviceWithAWrongClockIsAcceptedWithTheServersNonce() {
        String nonce = world.auth().proofNonce();
        long yesterday = -Duration.ofDays(1).toSeconds();
        call(proof(PLACE.toString(), "POST", ada.token(), yesterday, nonce));
        String again = proof(PLACE.toString(), "POST", ada.token(), yesterday, nonce);
        call(again);
        assertEquals(ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> call(again)), "a nonce is no licence to repeat");

        world.clock.turn(DpopNonces.VALIDITY.plusMillis(1));
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
    void anotherNodesNonceIsAccepted() {
        try (AuthService other = world.anotherNode()) {
            call(proof(PLACE.toString(), "POST", ada.token(), -100_000, other.proofNonce()));
        }
    }

    @Test
    void aStolenTokenWithoutTheKeyDoesNotRevealHowTheSessionEnded() {
        String stolen = ada.token();
        ada.logOut();
        DpopCredentials thief = new TestKey().present(stolen, world.clock.instant());
        assertEquals(
                ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> world.auth().requireSession(thief, DeviceKind.PHONE)));
        assertEquals(
                ErrorCode.PROOF_REFUSED, TestPhone.refusal(() -> world.auth().receive(thief)));
        assertEquals(ErrorCode.LOGGED_OUT, TestPhone.refusal(ada::session));
    }

    @Test
    void aReceiptOfAnEndedSessionIsAcceptedAndShownToThePhone() {
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
        return callAt(world.auth(), proof);
    }

    private Session callAt(AuthService node, String proof) {
        return node.requireSession(
                new DpopCredentials(new Secret(ada.token()), new Secret(proof), ASKED), DeviceKind.PHONE);
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
        return encoded(json.formatted(jwk("")));
    }

    private DynamicTest claimed(String what, String claim, String instead) {
        String json = Wire.write(claims(PLACE.toString(), "POST", ada.token(), 0, null));
        String other = json.replaceAll(claim, instead);
        assertNotEquals(json, other, what);
        String header = header("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":%s}");
        return refused(what, ada.key().signed(header + "." + encoded(other)));
    }

    private DynamicTest keyed(String what, String member, String instead) {
        String claims = Wire.write(claims(PLACE.toString(), "POST", ada.token(), 0, null));
        String other = jwk("").replaceAll(member, instead);
        assertNotEquals(jwk(""), other, what);
        return refused(
                what,
                ada.key()
                        .signed(encoded("{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + other + "}") + "."
                                + encoded(claims)));
    }

    /** The key's first coordinate as a number of 33 bytes. */
    private String longer() {
        byte[] bytes = new byte[33];
        System.arraycopy(Base64Url.decode(ada.key().publicHalf().x()), 0, bytes, 1, 32);
        return Base64Url.encode(bytes);
    }

    /** A proof with that header, signed as it is. */
    private String signed(String header, String claims) {
        return ada.key().signed(header(header) + "." + claims);
    }

    private String shorter(String signature) {
        return Base64Url.encode(Arrays.copyOf(Base64Url.decode(signature), 63));
    }

    private static String encoded(String json) {
        return Base64Url.encode(json.getBytes(StandardCharsets.UTF_8));
    }

    private String jwk(String more) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + ada.key().publicHalf().x() + "\",\"y\":\""
                + ada.key().publicHalf().y() + "\"" + more + "}";
    }

    private static String changed(String text) {
        int middle = text.length() / 2;
        char other = text.charAt(middle) == 'A' ? 'B' : 'A';
        return text.substring(0, middle) + other + text.substring(middle + 1);
    }
}
