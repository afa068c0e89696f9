package coderbased.phone;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.demo.MjpegServer;
import coderbased.fx.ThemeChoice;
import coderbased.phone.link.LinkHistoryScreenTest;
import coderbased.phone.link.NewLinkScreenTest;
import coderbased.protocol.AuthHttp.Devices;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Walks through every screen in both themes; with {@code -Dshots=FOLDER} it leaves a picture of each. */
class ShotsTest {

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void everyScreenCanBeReached(ThemeChoice theme) throws Exception {
        String look = theme.name().toLowerCase(java.util.Locale.ROOT);
        signedOut(theme, look);
        try (MjpegServer camera = new MjpegServer(0);
                Screen<PlayedPhone> screen =
                        Screen.of(PlayedPhone.signedIn(), theme, new CameraChoice.Network(camera.address()))) {
            screen.phone.offer = new CompletableFuture<>();
            chats(screen, look);
            camera.show(Pictures.code("https://example.org/"));
            screen.click("#tab-scan");
            screen.await("the foreign code", () -> screen.text("#scan-message").contains("web address"));
            look(screen, look + "-scan-foreign");
            screen.click("#scan-camera");
            look(screen, look + "-scan-camera-menu");
            screen.click("#camera-close");
            screen.click("#scan-type");
            look(screen, look + "-scan-type");
            screen.click("#typed-close");
            part(screen, look);
            screen.use(new CameraChoice.Network(camera.address()));
            camera.show(Pictures.code(PlayedPhone.ownCode()));
            screen.await("the claim", () -> screen.text("#scan-message").startsWith("Code read"));
            look(screen, look + "-scan-found");
            screen.phone.offer.complete(PlayedPhone.offer("42", false));
            link(screen, look);
            devices(screen, look);
            settings(screen, look);
        }
        trouble(theme, look);
    }

    private static void signedOut(ThemeChoice theme, String look) throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedOut(), theme)) {
            look(screen, look + "-sign-in");
            screen.type("#sign-in-handle", "ada").type("#sign-in-password", "wrong");
            screen.click("#sign-in-submit");
            look(screen, look + "-sign-in-busy");
            screen.phone.account.completeExceptionally(new coderbased.client.net.ProblemException(
                    coderbased.protocol.Problem.of(ErrorCode.WRONG_PASSWORD, "Handle or password is wrong.")));
            screen.awaitShown("#sign-in-password-problem");
            look(screen, look + "-sign-in-wrong");
            screen.click("#sign-in-switch");
            screen.click("#server-edit");
            look(screen, look + "-sign-up");
        }
    }

    private static void chats(Screen<PlayedPhone> screen, String look) {
        screen.awaitShown("#conversation-list");
        look(screen, look + "-chats");
        screen.click(".conversation-cell");
        screen.awaitShown("#thread-back");
        look(screen, look + "-thread");
        screen.click("#thread-back");
    }

    private static void part(Screen<PlayedPhone> screen, String look) {
        screen.use(new CameraChoice.Screen());
        screen.awaitShown("#scan-part");
        look(screen, look + "-scan-screen");
        screen.click("#scan-part");
        screen.awaitShown("#scan-part-chooser");
        look(screen, look + "-scan-part");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#scan-part-chooser");
    }

    private static void link(Screen<PlayedPhone> screen, String look) {
        screen.awaitShown("#link-approve");
        look(screen, look + "-link-number");
        screen.clock.turn(Duration.ofSeconds(1));
        screen.phone.answer.complete(new LinkStatus("L1", Step.WAITING, null, null));
        screen.click("#link-approve");
        screen.awaitShown("#link-progress");
        look(screen, look + "-link-waiting");
        screen.phone.tell(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.awaitText("#link-progress", "Linked: Office PC");
        look(screen, look + "-linked");
        screen.click("#link-done");
    }

    private static void devices(Screen<PlayedPhone> screen, String look) {
        screen.awaitShown("#devices-empty");
        look(screen, look + "-devices-empty");
        screen.phone.devices = CompletableFuture.completedFuture(new Devices(
                List.of(PlayedPhone.device("d1", "Office PC", true), PlayedPhone.device("d2", "Laptop at home", false)),
                List.of(
                        PlayedPhone.loggedOut("Library", LogoutReason.UNLINKED, 41),
                        PlayedPhone.loggedOut("Old laptop", LogoutReason.UNLINKED, -1)),
                5));
        screen.phone.devicesChanged();
        screen.awaitShown(".device-card");
        look(screen, look + "-devices");
        screen.click(".device-log-out");
        look(screen, look + "-devices-confirm");
        screen.click("#confirm-no");
        screen.click(".device-rename");
        look(screen, look + "-devices-rename");
        screen.click("#rename-cancel");
        screen.phone.history = CompletableFuture.completedFuture(LinkHistoryScreenTest.history(
                LinkEntry.What.SHOWN, LinkEntry.What.SCANNED, LinkEntry.What.WRONG_NUMBER));
        screen.click("#devices-history");
        screen.awaitShown("#history-notice");
        look(screen, look + "-link-history");
        screen.click("#history-back");
        screen.phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
        screen.awaitShown("#new-link-question");
        look(screen, look + "-new-link");
        screen.phone.newLinks();
    }

    private static void settings(Screen<PlayedPhone> screen, String look) {
        screen.click("#tab-settings");
        look(screen, look + "-settings");
        screen.click("#change-password");
        look(screen, look + "-settings-password");
        screen.click("#password-cancel");
        screen.click("#delete-account");
        look(screen, look + "-settings-delete");
        screen.click("#delete-cancel");
        screen.click("#log-out");
        look(screen, look + "-settings-log-out");
        Assertions.assertEquals("Log out", screen.text("#confirm-yes"));
    }

    private static void trouble(ThemeChoice theme, String look) throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn(), theme, new CameraChoice.Webcam(""))) {
            screen.phone.become(new coderbased.client.PhoneState.SignedIn(
                    PlayedPhone.ADA, "The server cannot be reached. Trying again in 4 s."));
            screen.awaitShown("#offline");
            screen.click("#tab-scan");
            screen.awaitShown("#scan-trouble");
            look(screen, look + "-scan-no-camera-offline");
            screen.phone.become(
                    new coderbased.client.PhoneState.Stopped(coderbased.protocol.DisconnectReason.CONNECTED_ELSEWHERE));
            screen.awaitShown("#stopped");
            look(screen, look + "-stopped");
            screen.phone.become(new coderbased.client.PhoneState.SignedOut(coderbased.protocol.Logout.of(
                    coderbased.protocol.LogoutReason.PASSWORD_CHANGED,
                    coderbased.protocol.Initiator.USER,
                    PlayedPhone.NOON)));
            screen.awaitShown("#notice");
            look(screen, look + "-signed-out-why");
        }
    }

    /** Saves the picture, and checks that every control the keyboard reaches has an accessible name. */
    private static void look(Screen<PlayedPhone> screen, String name) {
        screen.shot(name);
        Assertions.assertEquals(List.of(), screen.nameless(), name);
    }
}
