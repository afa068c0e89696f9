package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.Session;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A device comes back with its token: who is let in, and what a copied, damaged or foreign token brings. */
final class ReinitialisationTest extends LinkedDesktopTests {

    @TempDir
    private Path elsewhere;

    @Test
    void everyReconnectReturnsTheNextToken() {
        String first = desktop.token();
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertNotEquals(first, desktop.token());
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertInstanceOf(Admission.Admitted.class, ada.reinitialise());
    }

    @Test
    void aDeviceThatLostTheAnswerReconnectsWithThePreviousToken() {
        String kept = desktop.token();
        desktop.reinitialise();
        desktop.keep(kept);

        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void anOutdatedCopyEndsTheSession() {
        String copied = desktop.token();
        desktop.reinitialise();
        desktop.reinitialise();
        String current = desktop.token();
        desktop.keep(copied);

        assertEquals(LogoutReason.TOKEN_REUSED, desktop.refusedWith());

        world.awaitEnd(desktop.sessionId(), LogoutReason.TOKEN_REUSED);
        world.awaitTold(new AuthEvent.DevicesChanged(ada.accountId()));
        desktop.keep(current);
        assertEquals(LogoutReason.TOKEN_REUSED, desktop.refusedWith());
    }

    @Test
    void aStolenTokenWithoutItsKeyIsRefusedAndHarmsNobody() {
        Admission thief = desktop.reinitialise(new TestKey());
        assertEquals(
                LogoutReason.KEY_MISMATCH,
                assertInstanceOf(Admission.LoggedOut.class, thief).logout().reason());
        assertEquals(Optional.empty(), world.ended(desktop.sessionId()));
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void anOldTokenWithoutItsKeyEndsNoSession() {
        String old = desktop.token();
        desktop.reinitialise();
        desktop.reinitialise();
        String current = desktop.token();
        desktop.keep(old);

        assertInstanceOf(Admission.LoggedOut.class, desktop.reinitialise(new TestKey()));

        desktop.keep(current);
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
    }

    @Test
    void damagedTokensAreInvalid() {
        String good = desktop.token();
        for (String bad : new String[] {"", "x", good.substring(1), good + "A", good.replace('.', ','), "a.b.c"}) {
            desktop.keep(bad);
            assertEquals(LogoutReason.TOKEN_INVALID, desktop.refusedWith(), bad);
        }
    }

    @Test
    void aTokenOfAnotherServerIsInvalid() {
        try (AuthWorld other = new AuthWorld(elsewhere)) {
            desktop.keep(other.linked(other.signUp("ada")).token());
        }
        assertEquals(LogoutReason.TOKEN_INVALID, desktop.refusedWith());
    }

    @Test
    void anotherVersionOfTheProtocolIsOutdated() {
        assertInstanceOf(
                Admission.Outdated.class,
                world.auth()
                        .reinitialise(
                                new ChatClientMessage.Authenticate(99, new Secret(desktop.token()), new Secret("")),
                                new IssuedChallenge("nonce", world.clock.instant()),
                                AuthWorld.HOME));
    }

    @Test
    void aBackwardClockLogsNobodyOut() {
        world.clock.turn(Duration.ofHours(-1));
        world.auth().sweep();
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertEquals(ada.sessionId(), ada.session().id());
    }

    @Test
    void allSessionsSurviveARestart() {
        world.restart();
        assertInstanceOf(Admission.Admitted.class, desktop.reinitialise());
        assertInstanceOf(Admission.Admitted.class, ada.reinitialise());
    }

    @Test
    void thePhoneSeesWhichDeviceIsConnected() {
        Session session = admitted();
        world.auth().connected(session);
        assertTrue(ada.devices().devices().getFirst().connected());

        world.auth().disconnected(session);
        assertFalse(ada.devices().devices().getFirst().connected());
    }

    @Test
    void theEndOfAnOlderConnectionDoesNotMarkADeviceAsAway() {
        Session session = admitted();
        world.auth().connected(session);
        world.auth().connected(session);
        world.auth().disconnected(session);
        assertTrue(ada.devices().devices().getFirst().connected());

        world.auth().disconnected(session);
        assertFalse(ada.devices().devices().getFirst().connected());
    }

    @Test
    void thePhoneSeesWhenADeviceWasLastConnected() {
        Session session = admitted();
        world.auth().connected(session);
        world.clock.turn(Duration.ofMinutes(3));
        world.auth().disconnected(session);
        world.auth().sweep();
        assertEquals(world.clock.instant(), ada.devices().devices().getFirst().lastActiveAt());
    }

    @Test
    void aServerStopRecordsTheLastActiveTimes() {
        Session session = admitted();
        world.auth().connected(session);
        world.clock.turn(Duration.ofMinutes(3));
        world.auth().disconnected(session);
        world.restart();
        assertEquals(world.clock.instant(), ada.devices().devices().getFirst().lastActiveAt());
    }

    private Session admitted() {
        return assertInstanceOf(Admission.Admitted.class, desktop.reinitialise())
                .session();
    }
}
