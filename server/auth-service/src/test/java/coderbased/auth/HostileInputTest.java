package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.TokenSigner;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Secret;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever comes in as QR text, frame, HTTP body or token is understood or refused, and nothing else: good ones are
 * bent, very many times. What Jazzer finds by looking at what each try reaches stands beside it, in {@code src/fuzz}.
 */
class HostileInputTest extends SignedInPhoneTests {

    private static final int FEW = 4_000;
    private static final int VERY_MANY = 1_000_000;

    @Test
    void textsFromCameras() {
        qrTexts(FEW);
    }

    @Test
    @Tag("nightly")
    void veryManyTextsFromCameras() {
        qrTexts(VERY_MANY);
    }

    @Test
    void framesFromSockets() {
        frames(FEW);
    }

    @Test
    @Tag("nightly")
    void veryManyFramesFromSockets() {
        frames(VERY_MANY);
    }

    @Test
    void bodiesOfCalls() {
        bodies(FEW);
    }

    @Test
    @Tag("nightly")
    void veryManyBodiesOfCalls() {
        bodies(VERY_MANY);
    }

    @Test
    void tokens() throws Exception {
        tokens(FEW);
    }

    @Test
    @Tag("nightly")
    void veryManyTokens() throws Exception {
        tokens(VERY_MANY);
    }

    private void qrTexts(int times) {
        String server = world.auth().serverId();
        String good = QrText.write(server, new GuestToken("N0DE", "ABCDEFGHJKMNPQRSTVWXYZ0123"));
        Bending.each(times, List.of(good, "https://example.org/", "CBC:1:"), text -> Readers.qrText(text, server));
    }

    private void frames(int times) {
        TestKey key = new TestKey();
        List<String> good = List.of(
                Wire.write(new GuestClientMessage.Hello(
                        Protocol.VERSION, new DeviceFacts("PC", "App", "Os"), key.publicHalf())),
                Wire.write(new GuestClientMessage.EnterNumber(new Secret("42"))),
                Wire.write(new ChatClientMessage.Authenticate(1, new Secret("token"), new Secret("proof"))),
                Wire.write(new ChatClientMessage.Search("r", "words", "c1", null)),
                Wire.write(new ChatClientMessage.React("r", "c1", 7, "x")));
        Bending.each(times, good, Readers::frame);
    }

    private void bodies(int times) {
        TestKey key = new TestKey();
        DeviceFacts facts = new DeviceFacts("PC", "App", "Os");
        List<String> good = List.of(
                Wire.write(new AuthHttp.SignUp("ada", "Ada", new Secret("password"), facts, key.publicHalf())),
                Wire.write(new AuthHttp.ClaimCode(new Secret("TOKEN"), null)),
                Wire.write(new AuthHttp.Approval(
                        new LinkChoices(world.clock.instant(), true, false), new Secret("password"))),
                Wire.write(new AuthHttp.LinkAnswer(true)));
        // In Latin-1 it is not always UTF-8.
        Bending.each(times, good, text -> Readers.body(world.auth(), text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private void tokens(int times) throws Exception {
        SecureRandom random = new SecureRandom();
        TokenSigner signer = new TokenSigner(
                AuthKeys.open(folder, random), SessionLimits.defaults(), new AuthContext(world.clock, random));
        String good = ada.token();
        assertTrue(signer.verify(good).claims().isPresent(), "the one that is bent is good");
        Bending.each(times, List.of(good), text -> Readers.token(signer, good, text));
    }
}
