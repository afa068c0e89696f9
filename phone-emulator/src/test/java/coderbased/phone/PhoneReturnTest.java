package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.client.PhoneState;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.PhoneSettings;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Profile;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a phone that is opened again: its login, its window, and a computer that waited meanwhile. */
class PhoneReturnTest {

    private static final PhoneState OFFLINE = new PhoneState.SignedIn(PlayedPhone.ADA, "No connection.");
    private static final PhoneState ONLINE = new PhoneState.SignedIn(PlayedPhone.ADA, null);

    @TempDir
    private Path folder;

    private Screen<PlayedPhone> screen;

    @AfterEach
    void over() {
        if (screen != null) {
            screen.close();
        }
    }

    @Test
    void startShowsNoFormBeforeTheLoginIsRead() throws Exception {
        screen = Screen.of(new PlayedPhone(new PhoneState.Starting()));
        screen.awaitShown("#" + PhoneIds.STARTING);
        assertFalse(screen.shows("#" + PhoneIds.SIGN_IN_HANDLE));
        screen.phone.become(new PhoneState.SignedOut(null));
        screen.awaitShown("#" + PhoneIds.SIGN_IN_HANDLE);
        assertFalse(screen.shows("#" + PhoneIds.STARTING));
    }

    @Test
    void computerThatStillWaitsIsAskedAboutAgain() throws Exception {
        screen = Screen.of(new PlayedPhone(OFFLINE));
        String code = PlayedPhone.TOKEN.text();
        claimBeforeTheEnd(code);
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer(null, true));
        screen.phone.become(ONLINE);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals("claim " + code, screen.phone.asked.getLast());
        assertEquals(code, screen.settings.openLink().get());
    }

    @Test
    void computerWhoseCodeWasTypedIsAskedAboutAgain() throws Exception {
        screen = Screen.of(new PlayedPhone(OFFLINE));
        claimBeforeTheEnd("K7QM4XTP");
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer(null, true));
        screen.phone.become(ONLINE);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals("claimTyped K7QM4XTP", screen.phone.asked.getLast());
    }

    @Test
    void personHearsThatTheComputerWaitsNoLonger() throws Exception {
        screen = Screen.of(new PlayedPhone(OFFLINE));
        claimBeforeTheEnd("K7QM4XTP");
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.CODE_EXPIRED, "That code has expired.");
        screen.phone.become(ONLINE);
        screen.awaitText(
                "#" + PhoneIds.NOTICE,
                "The computer no longer waits for your answer. The linked devices show if it was linked; otherwise scan"
                        + " its new code.");
        assertEquals("", screen.settings.openLink().get());
    }

    @Test
    void claimIsKeptWhileTheServerCannotBeReached() throws Exception {
        screen = Screen.of(new PlayedPhone(OFFLINE));
        claimBeforeTheEnd("K7QM4XTP");
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.TRY_LATER, "The server cannot be reached.");
        screen.phone.become(ONLINE);
        screen.awaitGone("#" + PhoneIds.OFFLINE);
        assertFalse(screen.shows("#" + PhoneIds.LINK_SHEET));
        assertEquals("K7QM4XTP", screen.settings.openLink().get());
        screen.phone.become(OFFLINE);
        screen.awaitShown("#" + PhoneIds.OFFLINE);
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer(null, true));
        screen.phone.become(ONLINE);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void nextPersonIsNotAskedAboutTheComputerOfTheFirst() throws Exception {
        screen = Screen.of(new PlayedPhone(OFFLINE));
        claimBeforeTheEnd("K7QM4XTP");
        screen.phone.become(new PhoneState.SignedOut(null));
        screen.awaitShown("#" + PhoneIds.SIGN_IN_HANDLE);
        assertEquals("", screen.settings.openLink().get());
        screen.phone.become(new PhoneState.SignedIn(new Profile("a-eve", "eve", "Eve"), null));
        screen.awaitGone("#" + PhoneIds.SIGN_IN_HANDLE);
        assertFalse(screen.phone.asked.stream().anyMatch(asked -> asked.startsWith("claim")));
    }

    @Test
    void windowsPlaceAndTheOpenLinkAreKept() {
        SettingsFile file = new SettingsFile(folder.resolve("settings.properties"));
        PhoneSettings settings = PhoneSettings.in(file);
        settings.place().set(new WindowPlace(30, 40, 400, 700));
        settings.openLink().set("K7QM4XTP");
        PhoneSettings again = PhoneSettings.in(file);
        assertEquals(new WindowPlace(30, 40, 400, 700), again.place().get());
        assertEquals("K7QM4XTP", again.openLink().get());
    }

    private void claimBeforeTheEnd(String code) {
        screen.settings.openLink().set(code);
    }
}
