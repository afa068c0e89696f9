package coderbased.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.Session;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link is told to every device of the account, and asked about on its phones until somebody answers. */
class NewLinkTest {

    @TempDir
    private Path folder;

    private AuthWorld world;
    private TestPhone ada;
    private TestDesktop desktop;

    @BeforeEach
    void aDesktopWasLinked() {
        world = new AuthWorld(folder);
        ada = world.signUp("ada");
        desktop = world.linked(ada);
        world.awaitTold(new AuthEvent.NewLinksChanged(ada.accountId()));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void onlyTheOtherDevicesOfTheAccountAreAlerted() {
        TestPhone tablet = world.signIn("ada", AuthWorld.PASSWORD);
        world.clock.turn(Duration.ofSeconds(1)); // newest first
        TestDesktop second = world.linked(tablet);

        TestPhone watch = world.signIn("ada", AuthWorld.PASSWORD);
        assertEquals(List.of(second.sessionId(), desktop.sessionId()), asked(watch.session()));

        assertEquals(List.of(desktop.sessionId()), asked(tablet.session()), "the second it approved itself");
        assertEquals(List.of(second.sessionId()), asked(ada.session()), "the first it approved itself");
        assertEquals(List.of(second.sessionId()), asked(session(desktop)), "itself it knows");
        assertTrue(asked(world.signUp("bob").session()).isEmpty());
    }

    @Test
    void everyDeviceExceptTheApprovingPhoneIsAskedUntilSomebodyAnswers() {
        TestPhone tablet = world.signIn("ada", AuthWorld.PASSWORD);
        assertEquals(List.of(), asked(ada.session()));
        assertEquals(List.of(desktop.sessionId()), asked(tablet.session()));

        world.restart();
        world.pass(Duration.ofDays(2));

        assertEquals(List.of(), asked(ada.session()), "at its next connection neither");
        assertEquals(List.of(desktop.sessionId()), asked(tablet.session()), "until it is answered");
    }

    @Test
    void aDesktopThatNeverConnectedCausesNoAlert() {
        TestDesktop waiting = world.desktop();
        ada.approve(ada.scan(waiting));

        TestPhone tablet = world.signIn("ada", AuthWorld.PASSWORD);
        assertEquals(List.of(desktop.sessionId()), asked(tablet.session()));
    }

    @Test
    void confirmingALinkClearsTheAlertOnEveryDevice() {
        TestPhone tablet = world.signIn("ada", AuthWorld.PASSWORD);
        world.heard.clear();

        world.auth().newLinks().answer(ada.session(), desktop.sessionId(), true);

        world.awaitTold(new AuthEvent.NewLinksChanged(ada.accountId()));
        assertTrue(asked(tablet.session()).isEmpty());
        assertTrue(world.ended(desktop.sessionId()).isEmpty(), "it stays linked");
        LinkEntry last = lastEntry();
        assertEquals(What.CONFIRMED, last.what());
        assertEquals(session(desktop).linkId(), last.linkId());
    }

    @Test
    void disowningALinkLogsTheComputerOut() {
        TestPhone tablet = world.signIn("ada", AuthWorld.PASSWORD);
        TestDesktop second = world.linked(ada);
        world.auth().newLinks().answer(ada.session(), second.sessionId(), false);

        world.awaitEnd(second.sessionId(), LogoutReason.UNLINKED);
        assertEquals(LogoutReason.UNLINKED, second.refusedWith());
        assertTrue(world.ended(desktop.sessionId()).isEmpty(), "another link stays");
        assertEquals(List.of(desktop.sessionId()), asked(tablet.session()));
        assertEquals(What.DISOWNED, lastEntry().what());
    }

    @Test
    void anotherAccountsLinkCannotBeAnswered() {
        TestPhone bob = world.signUp("bob");

        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().newLinks().answer(bob.session(), desktop.sessionId(), false)));
        assertEquals(
                ErrorCode.NOT_FOUND,
                TestPhone.refusal(() -> world.auth().newLinks().answer(ada.session(), bob.sessionId(), false)));
        assertTrue(world.ended(desktop.sessionId()).isEmpty());
    }

    @Test
    void answeringDoesNotChangeTheDeviceList() {
        List<AuthHttp.Device> before = ada.devices().devices();
        world.auth().newLinks().answer(ada.session(), desktop.sessionId(), true);
        assertEquals(before, ada.devices().devices());
    }

    private LinkEntry lastEntry() {
        return world.auth().newLinks().history(ada.session()).entries().getLast();
    }

    private List<String> asked(Session reader) {
        return world.auth().newLinks().unanswered(reader).stream()
                .map(NewLink::sessionId)
                .toList();
    }

    private Session session(TestDesktop of) {
        return world.store().session(of.sessionId()).orElseThrow().session();
    }
}
