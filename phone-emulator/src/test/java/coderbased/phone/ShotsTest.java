package coderbased.phone;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.demo.MjpegServer;
import coderbased.fx.ThemeChoice;
import coderbased.phone.link.LinkHistoryScreenTest;
import coderbased.phone.link.NewLinkScreenTest;
import coderbased.phone.parts.PhoneIds;
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
            screen.click("#" + PhoneIds.TAB_SCAN);
            screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, said -> said.contains("web address"));
            look(screen, look + "-scan-foreign");
            screen.click("#" + PhoneIds.SCAN_CAMERA);
            look(screen, look + "-scan-camera-menu");
            screen.click("#" + PhoneIds.CAMERA_CLOSE);
            screen.click("#" + PhoneIds.SCAN_TYPE);
            look(screen, look + "-scan-type");
            screen.click("#" + PhoneIds.TYPED_CLOSE);
            part(screen, look);
            screen.use(new CameraChoice.Network(camera.address()));
            camera.show(Pictures.code(PlayedPhone.ownCode()));
            screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, said -> said.startsWith("Code read"));
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
            screen.type("#" + PhoneIds.SIGN_IN_HANDLE, "ada").type("#" + PhoneIds.SIGN_IN_PASSWORD, "wrong");
            screen.click("#" + PhoneIds.SIGN_IN_SUBMIT);
            look(screen, look + "-sign-in-busy");
            screen.phone.account.completeExceptionally(new coderbased.client.net.ProblemException(
                    coderbased.protocol.Problem.of(ErrorCode.WRONG_PASSWORD, "Handle or password is wrong.")));
            screen.awaitShown("#" + PhoneIds.SIGN_IN_PASSWORD_PROBLEM);
            look(screen, look + "-sign-in-wrong");
            screen.click("#" + PhoneIds.SIGN_IN_SWITCH);
            screen.click("#" + PhoneIds.SERVER_EDIT);
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
        screen.awaitShown("#" + PhoneIds.SCAN_PART);
        screen.awaitGone("#" + PhoneIds.SCAN_TROUBLE); // it lies over the button
        look(screen, look + "-scan-screen");
        screen.click("#" + PhoneIds.SCAN_PART);
        screen.awaitShown("#" + PhoneIds.SCAN_PART_CHOOSER);
        look(screen, look + "-scan-part");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.SCAN_PART_CHOOSER);
    }

    private static void link(Screen<PlayedPhone> screen, String look) {
        screen.awaitShown("#" + PhoneIds.LINK_APPROVE);
        look(screen, look + "-link-number");
        screen.clock.turn(Duration.ofSeconds(1));
        screen.phone.answer.complete(new LinkStatus("L1", Step.WAITING, null, null));
        screen.click("#" + PhoneIds.LINK_APPROVE);
        screen.awaitShown("#" + PhoneIds.LINK_PROGRESS);
        look(screen, look + "-link-waiting");
        screen.phone.tell(new LinkStatus("L1", Step.LINKED, null, "Office PC"));
        screen.awaitText("#" + PhoneIds.LINK_PROGRESS, "Linked: Office PC");
        look(screen, look + "-linked");
        screen.click("#" + PhoneIds.LINK_DONE);
    }

    private static void devices(Screen<PlayedPhone> screen, String look) {
        screen.awaitShown("#" + PhoneIds.DEVICES_EMPTY);
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
        screen.click("#" + PhoneIds.CONFIRM_NO);
        screen.click(".device-rename");
        look(screen, look + "-devices-rename");
        screen.click("#" + PhoneIds.RENAME_CANCEL);
        screen.phone.history = CompletableFuture.completedFuture(LinkHistoryScreenTest.history(
                LinkEntry.What.SHOWN, LinkEntry.What.SCANNED, LinkEntry.What.WRONG_NUMBER));
        screen.click("#" + PhoneIds.DEVICES_HISTORY);
        screen.awaitShown("#" + PhoneIds.HISTORY_NOTICE);
        look(screen, look + "-link-history");
        screen.click("#" + PhoneIds.HISTORY_BACK);
        screen.phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
        screen.awaitShown("#" + PhoneIds.NEW_LINK_QUESTION);
        look(screen, look + "-new-link");
        screen.phone.newLinks();
    }

    private static void settings(Screen<PlayedPhone> screen, String look) {
        screen.click("#" + PhoneIds.TAB_SETTINGS);
        look(screen, look + "-settings");
        screen.click("#" + PhoneIds.CHANGE_PASSWORD);
        look(screen, look + "-settings-password");
        screen.click("#" + PhoneIds.PASSWORD_CANCEL);
        screen.click("#" + PhoneIds.DELETE_ACCOUNT);
        look(screen, look + "-settings-delete");
        screen.click("#" + PhoneIds.DELETE_CANCEL);
        screen.click("#" + PhoneIds.LOG_OUT);
        look(screen, look + "-settings-log-out");
        Assertions.assertEquals("Log out", screen.text("#" + PhoneIds.CONFIRM_YES));
    }

    private static void trouble(ThemeChoice theme, String look) throws Exception {
        try (Screen<PlayedPhone> screen = Screen.of(PlayedPhone.signedIn(), theme, new CameraChoice.Webcam(""))) {
            screen.phone.become(new coderbased.client.PhoneState.SignedIn(
                    PlayedPhone.ADA, "The server cannot be reached. Trying again in 4 s."));
            screen.awaitShown("#" + PhoneIds.OFFLINE);
            screen.click("#" + PhoneIds.TAB_SCAN);
            screen.awaitShown("#" + PhoneIds.SCAN_TROUBLE);
            look(screen, look + "-scan-no-camera-offline");
            screen.phone.become(
                    new coderbased.client.PhoneState.Stopped(coderbased.protocol.DisconnectReason.CONNECTED_ELSEWHERE));
            screen.awaitShown("#" + PhoneIds.STOPPED);
            look(screen, look + "-stopped");
            screen.phone.become(new coderbased.client.PhoneState.SignedOut(coderbased.protocol.Logout.of(
                    coderbased.protocol.LogoutReason.PASSWORD_CHANGED,
                    coderbased.protocol.Initiator.USER,
                    PlayedPhone.NOON)));
            screen.awaitShown("#" + PhoneIds.NOTICE);
            look(screen, look + "-signed-out-why");
        }
    }

    /** Saves the picture, and checks that every control the keyboard reaches has an accessible name. */
    private static void look(Screen<PlayedPhone> screen, String name) {
        screen.shot(name);
        Assertions.assertEquals(List.of(), screen.nameless(), name);
    }
}
