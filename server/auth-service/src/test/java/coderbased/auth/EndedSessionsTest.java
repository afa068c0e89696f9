package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.auth.session.AccountChange;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.SessionLimits;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTermination;
import coderbased.auth.tokens.AuthKeys;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A token whose session is over opens nothing any more: whatever ended it, on whichever node, however it is spelled.
 */
class EndedSessionsTest {

    private static final int LINKED = 9;
    private static final int SPELLINGS = 12;

    /** Base64's, as tokens use it (RFC 4648 section 5). */
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @TempDir
    private Path folder;

    private AuthWorld world;
    private List<AuthService> nodes;
    private MadeSessions made;
    private int accepted;
    private int tried;

    /** The events that end all sessions of an account. */
    private enum Death {
        PHONE_LOGS_OUT,
        DESKTOPS_LOG_OUT,
        UNLINKED,
        BANNED,
        EXPIRED,
        PASSWORD_CHANGED
    }

    @BeforeEach
    void threeNodes() throws Exception {
        world = new AuthWorld(folder);
        nodes = List.of(world.auth(), world.anotherNode(), world.anotherNode());
        made = new MadeSessions(
                world.store(),
                AuthKeys.open(folder, new SecureRandom()),
                new AuthContext(world.clock, new SecureRandom()));
    }

    @AfterEach
    void stop() {
        nodes.get(1).close();
        nodes.get(2).close();
        world.close();
    }

    @Test
    void endedSessionsAreRefused() {
        for (Death death : Death.values()) {
            household("house" + death.ordinal(), death);
        }
        assertEquals(0, accepted, "of " + tried);
        assertEquals(Death.values().length * LINKED * nodes.size() * SPELLINGS, tried);
    }

    @Tag("nightly")
    @Test
    void tenThousandEndedSessionsAreRefused() {
        for (int i = 0; i * LINKED < 10_000; i++) {
            household("house" + i, Death.values()[i % Death.values().length]);
        }
        System.out.println("dead tokens: " + tried + " tries, " + accepted + " accepted");
        assertEquals(0, accepted, "of " + tried);
    }

    private void household(String handle, Death death) {
        List<MadeSessions.Made> all = made.household(handle, LINKED);
        MadeSessions.Made phone = all.getFirst();
        List<MadeSessions.Made> desktops = all.subList(1, all.size());
        desktops.forEach(desktop -> nodes.getLast().requireSession(desktop.present(world.clock), DeviceKind.WEB));
        end(handle, death, phone, desktops);
        desktops.forEach(this::tryEverywhere);
    }

    private void end(String handle, Death death, MadeSessions.Made phone, List<MadeSessions.Made> desktops) {
        AuthService auth = world.auth();
        switch (death) {
            case PHONE_LOGS_OUT -> auth.logOut(phone.present(world.clock));
            case DESKTOPS_LOG_OUT -> desktops.forEach(desktop -> auth.logOut(desktop.present(world.clock)));
            case UNLINKED -> auth.devices().unlinkAll(phone.session());
            case BANNED -> auth.admin().ban(handle, new AuthHttp.Ban(null, null));
            case EXPIRED -> world.clock.turn(SessionLimits.defaults().web().plusSeconds(60));
            case PASSWORD_CHANGED -> {
                Logout changed = Logout.of(LogoutReason.PASSWORD_CHANGED, Initiator.USER, world.clock.instant());
                SessionScope others =
                        new SessionScope.AllBut(handle, phone.session().id());
                world.store()
                        .end(new SessionTermination(
                                others, changed, changed, new AccountChange.NewPassword(new Secret("another"))));
            }
        }
    }

    private void tryEverywhere(MadeSessions.Made dead) {
        for (AuthService node : nodes) {
            for (String spelling : spellings(dead.token())) {
                tried++;
                tryAt(node, dead, spelling);
            }
        }
    }

    private void tryAt(AuthService node, MadeSessions.Made dead, String token) {
        var said = new ChatClientMessage.Authenticate(
                Protocol.VERSION, new Secret(token), new Secret(dead.key().prove(dead.serverId(), "nonce", token)));
        if (!(node.reinitialise(said, new IssuedChallenge("nonce", world.clock.instant()), AuthWorld.HOME)
                instanceof Admission.LoggedOut)) {
            accepted++;
        }
        DpopCredentials presented = dead.key().present(token, world.clock.instant());
        assertThrows(AuthRefused.class, () -> node.requireSession(presented, DeviceKind.WEB));
        assertFalse(presented.toString().contains(token));
    }

    /** The same token as others may write it: of its last character, not every bit counts. */
    private static List<String> spellings(String token) {
        String start = token.substring(0, token.length() - 1);
        char last = token.charAt(token.length() - 1);
        List<String> spellings = new ArrayList<>(List.of(
                token,
                token + "=",
                token.replace('-', '+').replace('_', '/') + " ",
                start + (char) (last == 'z' ? 'y' : last + 1),
                " " + token,
                token + "\n",
                token + ".",
                token.toUpperCase(Locale.ROOT)));
        int at = ALPHABET.indexOf(last);
        for (int spare = 0; spare < 4; spare++) {
            spellings.add(start + ALPHABET.charAt((at & ~3) | spare));
        }
        return spellings;
    }
}
