package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.DeviceKeyPair;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Dpop;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import io.javalin.Javalin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proofs of HTTP calls. */
class ProofsTest {

    private final List<String> proofs = new CopyOnWriteArrayList<>();
    private final Credentials ada = People.credentials("t1");
    private volatile String asksFor = "";
    private volatile String offers = "";
    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.routes.get(AuthHttp.DEVICES, call -> {
                    String proof = String.valueOf(call.header(Dpop.HEADER));
                    proofs.add(proof);
                    if (asksFor.isEmpty() || asksFor.equals(claims(proof).nonce())) {
                        if (!offers.isEmpty()) {
                            call.header(Dpop.NONCE_HEADER, offers);
                        }
                        call.result(Wire.write(new AuthHttp.Devices(List.of(), List.of(), 5)));
                    } else {
                        call.status(401).header(Dpop.NONCE_HEADER, asksFor);
                        call.result(Wire.write(Problem.of(ErrorCode.PROOF_STALE, "Once more.")));
                    }
                });
            })
            .start("127.0.0.1", 0);
    private final HttpCalls http = new HttpCalls(
            new ServerTrust(new ServerAddress(URI.create("http://127.0.0.1:" + server.port())), null),
            People.HURRIED,
            new Proofs(Clock.systemUTC(), People.RANDOM));
    private final AuthApi api = new AuthApi(http);

    @AfterEach
    void stop() {
        http.close();
        server.stop();
    }

    @Test
    void keyPairIsRecoveredFromItsPrivateKey() throws Exception {
        for (int i = 0; i < 8; i++) {
            DeviceKeyPair made = DeviceKeyPair.make(People.RANDOM);
            assertEquals(made, DeviceKeyPair.of(made.privateKey()));
        }
    }

    @Test
    void keyThatAnEarlierVersionStoredIsRead() throws Exception {
        DeviceKeyPair pair = DeviceKeyPair.of(new Secret(
                "MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCDJSaT3ZS6UCV3jwHUY6DV2IT3" + "eppnx9o5OgsosEnf+KQ=="));
        DeviceKey itsPublicKey = new DeviceKey(
                "EC",
                "P-256",
                "vKWLqtT-1yRxnnCEokUchthlgYI5ipi1xwnpkMjya7g",
                "wk7WqEbrozS6EuLEIZjS6XWphZwEpDdZLp8kuM1mi2g");
        assertEquals(itsPublicKey, pair.publicKey());
        byte[] challenge = {1, 2, 3};
        assertTrue(itsPublicKey.verifies(challenge, pair.proof(challenge)));
        assertEquals(pair, DeviceKeyPair.of(pair.privateKey()));
    }

    @Test
    void textThatIsNoPrivateKeyIsRefused() {
        DeviceKey key = DeviceKeyPair.make(People.RANDOM).publicKey();
        for (String text :
                List.of("", "bm8ga2V5", "?", "{", "{}", "{\"kty\":\"oct\",\"k\":\"AAAA\"}", Wire.write(key))) {
            assertThrows(GeneralSecurityException.class, () -> DeviceKeyPair.of(new Secret(text)), text);
        }
    }

    @Test
    void privateKeyIsNotShown() {
        DeviceKeyPair pair = DeviceKeyPair.make(People.RANDOM);
        String secret = pair.privateKey().value().replaceAll(".*\"d\":\"([^\"]+)\".*", "$1");
        assertEquals(43, secret.length());
        assertFalse(pair.toString().contains(secret));
    }

    @Test
    void eachCallHasItsOwnProof() throws Exception {
        api.devices(ada);
        api.devices(ada);

        Dpop.Claims first = claims(proofs.getFirst());
        assertEquals("GET", first.htm());
        assertEquals("http://127.0.0.1:" + server.port() + AuthHttp.DEVICES, first.htu());
        assertEquals(Dpop.hash("t1"), first.ath());
        assertNotEquals(first.jti(), claims(proofs.getLast()).jti());
    }

    @Test
    void requestedNonceIsSentAtOnceAndFromThenOn() throws Exception {
        asksFor = "n1";
        api.devices(ada);
        api.devices(ada);
        asksFor = "n2";
        api.devices(ada);
        assertEquals(
                List.of("null", "n1", "n1", "n1", "n2"),
                proofs.stream()
                        .map(proof -> String.valueOf(claims(proof).nonce()))
                        .toList());
    }

    @Test
    void nonceOfAnAnswerIsSentWithTheNextCall() {
        offers = "n1";
        api.devices(ada);
        api.devices(ada);
        assertEquals(
                List.of("null", "n1"),
                proofs.stream()
                        .map(proof -> String.valueOf(claims(proof).nonce()))
                        .toList());
    }

    private static Dpop.Claims claims(String proof) {
        try {
            byte[] part = Base64.getUrlDecoder().decode(proof.split("\\.")[1]);
            return Wire.read(new String(part, StandardCharsets.UTF_8), Dpop.Claims.class);
        } catch (Wire.Malformed e) {
            throw new AssertionError(proof, e);
        }
    }
}
