package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.GuestClientMessage;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import coderbased.protocol.QrText;
import coderbased.protocol.Wire;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever comes in as QR text, frame, HTTP body or token is understood or refused, and nothing else: good ones are bent,
 * cut, doubled and spliced, very many times, from a seed that is said when one breaks something.
 */
class HostileInputTest {

    private static final int FEW = 4_000;
    private static final int VERY_MANY = 1_000_000;

    @TempDir
    private Path folder;

    private AuthWorld world;
    private TestPhone ada;

    @BeforeEach
    void aServerAndAPhone() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
    }

    @AfterEach
    void stop() {
        world.close();
    }

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
        each(times, List.of(good, "https://example.org/", "CBC:1:"), text -> {
            if (QrText.read(text, server) instanceof QrText.Ours ours) {
                assertEquals(text, QrText.write(server, ours.token()), "one code has one spelling");
            }
        });
    }

    private void frames(int times) {
        TestKey key = new TestKey();
        List<String> good = List.of(
                Wire.write(new GuestClientMessage.Hello(
                        Protocol.VERSION, new DeviceFacts("PC", "App", "Os"), key.publicHalf())),
                Wire.write(new GuestClientMessage.EnterNumber("42")),
                Wire.write(new ChatClientMessage.Authenticate(1, "token", "proof")),
                Wire.write(new ChatClientMessage.Search("r", "words", "c1", null)),
                Wire.write(new ChatClientMessage.React("r", "c1", 7, "x")));
        each(times, good, text -> {
            understoodOrMalformed(text, GuestClientMessage.class);
            understoodOrMalformed(text, ChatClientMessage.class);
        });
    }

    private void bodies(int times) {
        TestKey key = new TestKey();
        DeviceFacts facts = new DeviceFacts("PC", "App", "Os");
        List<String> good = List.of(
                Wire.write(new AuthHttp.SignUp("ada", "Ada", "password", facts, key.publicHalf())),
                Wire.write(new AuthHttp.ClaimCode("TOKEN", null)),
                Wire.write(new AuthHttp.Approval(new LinkChoices(world.clock.instant(), true, false), "password")),
                Wire.write(new AuthHttp.LinkAnswer(true)));
        List<Class<?>> kinds = List.of(
                AuthHttp.SignUp.class, AuthHttp.ClaimCode.class, AuthHttp.Approval.class, AuthHttp.LinkAnswer.class);
        each(times, good, text -> {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1); // not always UTF-8
            for (Class<?> kind : kinds) {
                HttpCall call = new HttpCall(
                        world.auth(),
                        new Asked("POST", "chat.example.org", "/"),
                        name -> Optional.empty(),
                        AuthWorld.HOME,
                        new ByteArrayInputStream(bytes));
                try {
                    call.body(kind);
                } catch (Wire.Malformed | AuthRefused refused) {
                    assertTrue(refused.getMessage().length() < 200, "in words of our own");
                } catch (IOException impossible) {
                    fail(impossible);
                }
            }
        });
    }

    private void tokens(int times) throws Exception {
        SecureRandom random = new SecureRandom();
        TokenSigner signer = new TokenSigner(
                AuthKeys.open(folder, random), SessionLimits.defaults(), new Surroundings(world.clock, random));
        String good = ada.token();
        assertTrue(signer.verify(good).claims().isPresent(), "the one that is bent is good");
        each(times, List.of(good), text -> {
            boolean taken = signer.verify(text).claims().isPresent();
            assertEquals(text.equals(good), taken, "only the token itself is one");
        });
    }

    private static void understoodOrMalformed(String text, Class<?> kind) {
        try {
            Wire.read(text, kind);
        } catch (Wire.Malformed refused) {
            assertTrue(refused.getMessage().length() < 200, "in words of our own");
        }
    }

    private static void each(int times, List<String> good, Try attempt) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            String text = bent(good.get(random.nextInt(good.size())), random);
            try {
                attempt.with(text);
            } catch (RuntimeException | AssertionError broken) {
                fail("seed " + seed + ", try " + i + ": " + text.substring(0, Math.min(300, text.length())), broken);
            }
        }
    }

    /** A few times something is done to it that no honest program does. */
    private static String bent(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int times = random.nextInt(4); times >= 0; times--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(7)) {
                case 0 -> text.insert(at, (char) random.nextInt(0x10000));
                case 1 -> text.delete(at, end);
                case 2 -> text.insert(at, text.substring(at, end));
                case 3 -> text.setLength(at);
                case 4 -> text.replace(at, end, "\\u0000\"{[,:null1e999".substring(random.nextInt(16)));
                case 5 -> text.insert(at, "[".repeat(random.nextInt(60)));
                default -> text.replace(at, end, text.reverse().substring(0, Math.min(8, text.length())));
            }
        }
        return text.toString();
    }

    private interface Try {
        void with(String text);
    }
}
