package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Protocol;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token whose session is over opens nothing, however the session ended and however the token is spelled. */
class DeadTokensTest {

    @TempDir
    private Path folder;

    private AuthWorld world;
    private TokenSigner signer;
    private TestPhone ada;
    private final TestKey key = new TestKey();
    private int made;

    /** How a session comes to its end. */
    enum Death {
        LOGGED_OUT_ON_THE_PHONE,
        LOGGED_OUT_ITSELF,
        UNLINKED,
        BANNED,
        PASSWORD_CHANGED,
        EXPIRED
    }

    private record Held(Session session, String token) {}

    @BeforeEach
    void aServerAndAPhone() throws Exception {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
        SecureRandom random = new SecureRandom();
        signer = new TokenSigner(
                AuthKeys.open(folder, random), SessionLimits.defaults(), new Surroundings(world.clock, random));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void noneIsTakenAgain() {
        tryAll(2);
    }

    @Test
    @Tag("nightly")
    void noneOfTenThousandIsTakenAgain() {
        tryAll(1_667);
    }

    private void tryAll(int ofEach) {
        for (Death death : Death.values()) {
            for (int i = 0; i < ofEach; i++) {
                Held web = linked();
                assertEquals(web.session().id(), open(web.token()).id(), "as long as it lives, it opens");
                kill(web, death);
                spellings(web.token()).forEach(spelling -> assertDead(web, spelling, death));
            }
        }
    }

    private void assertDead(Held web, String spelling, Death death) {
        assertThrows(AuthRefused.class, () -> open(spelling), death + " as " + spelling);
        String proof = key.prove(world.auth().serverId(), "nonce", spelling);
        Admission admission = world.auth()
                .reinitialise(
                        new ChatClientMessage.Authenticate(Protocol.VERSION, spelling, proof), "nonce", AuthWorld.HOME);
        assertEquals(Admission.LoggedOut.class, admission.getClass(), death + " as " + spelling);
    }

    private Session open(String token) {
        return world.auth().requireSession(token, DeviceKind.PHONE, DeviceKind.WEB);
    }

    private Held linked() {
        made++;
        Session phone = session("phone" + made, DeviceKind.PHONE, null);
        String hash = world.store().account(ada.accountId()).orElseThrow().passwordHash();
        world.store().addPhoneSession(phone, hash);
        Session web = session("web" + made, DeviceKind.WEB, phone.id());
        assertEquals(WebAdmission.STORED, world.store().addWebSession(web, Integer.MAX_VALUE));
        return new Held(web, signer.mint(TokenClaims.of(web, 1)));
    }

    private void kill(Held web, Death death) {
        Session session = web.session();
        switch (death) {
            case LOGGED_OUT_ON_THE_PHONE ->
                world.auth()
                        .logOut(world.store()
                                .session(session.phone())
                                .orElseThrow()
                                .session());
            case LOGGED_OUT_ITSELF -> world.auth().logOut(session);
            case UNLINKED -> world.auth().devices().unlink(ada.session(), session.id());
            case BANNED -> {
                world.auth().admin().ban("ada", new AuthHttp.Ban(null, null));
                world.auth().admin().unban("ada");
                world.clock.turn(Duration.ofHours(1)); // sign-ins are counted
                ada = world.signIn("ada", AuthWorld.PASSWORD);
            }
            case PASSWORD_CHANGED ->
                ada.keep(world.auth()
                        .changePassword(
                                ada.session(),
                                new AuthHttp.ChangePassword(AuthWorld.PASSWORD, AuthWorld.PASSWORD),
                                AuthWorld.HOME)
                        .authToken());
            case EXPIRED -> {
                world.clock.turn(Duration.ofDays(31));
                ada.reinitialise();
            }
        }
    }

    /** The same token as others may write it. */
    private static List<String> spellings(String token) {
        List<String> spellings = new ArrayList<>(List.of(
                token,
                token + "=",
                token.replace('-', '+').replace('_', '/'),
                " " + token,
                token + "\n",
                token + ".",
                token.toUpperCase(Locale.ROOT)));
        String last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int at = last.indexOf(token.charAt(token.length() - 1));
        for (int spare = 0; spare < 4; spare++) {
            spellings.add(token.substring(0, token.length() - 1) + last.charAt((at & ~3) | spare));
        }
        return spellings;
    }

    private Session session(String id, DeviceKind kind, @Nullable String phone) {
        return new Session(
                id,
                ada.accountId(),
                kind,
                phone,
                phone == null ? null : "link-" + id,
                new SessionDevice(new DeviceFacts("Name", "App", "Os"), key.publicHalf()),
                SessionUse.fresh(world.clock.instant(), "127.0.0.1"),
                LinkChoices.FULL);
    }
}
