package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.SessionState.Notice;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class BannerTest {

    private static final NewLink KIOSK =
            new NewLink("s2", new DeviceFacts("Kiosk", "Coderbased Desktop 0.1.0", "Linux"), "192.0.2.17", States.NOW);

    @TempDir
    private Path folder;

    @Test
    void everyLogoutShowsItsReason() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            for (LogoutReason reason : LogoutReason.values()) {
                window.tell(States.guest(States.loggedOut(reason)));
                window.node("#" + DesktopIds.LOGGED_OUT_BANNER);
                assertEquals(reason.sentence(), window.text("#" + DesktopIds.LOGGED_OUT_BANNER + " .banner-headline"));
            }
        }
    }

    @Test
    void bannerOfABanShowsItsEndAndTheOperatorsNote() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            Logout ban = new Logout(
                    LogoutReason.ACCOUNT_BANNED,
                    Initiator.ADMIN,
                    States.NOW,
                    States.NOW.plus(Duration.ofDays(30)),
                    "No advertisements,\u202E please.");
            window.tell(States.guest(new Notice.LoggedOut(ban)));
            String detail = window.text("#" + DesktopIds.LOGGED_OUT_BANNER + " .banner-detail");
            assertTrue(detail.contains("The suspension ends on "), detail);
            assertTrue(detail.contains("“No advertisements, please.”"), detail);
        }
    }

    @Test
    void everyFailedLinkShowsItsReason() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            for (LinkEnd end : LinkEnd.values()) {
                window.tell(States.guest(new Notice.LinkEnded(end)));
                window.node("#" + DesktopIds.LINK_ENDED_BANNER);
                assertEquals(
                        end.desktopSentence(), window.text("#" + DesktopIds.LINK_ENDED_BANNER + " .banner-headline"));
            }
        }
    }

    @Test
    void bannersAreAsHighAsTheirWords() throws Exception {
        Files.writeString(folder.resolve("settings.properties"), "theme=purple\n");
        String trouble = "The server at https://chat.example.org:8443 cannot be reached. "
                + "Check that it is running and that this device is online.";
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest(States.loggedOut(LogoutReason.UNLINKED)));
            window.node("#" + DesktopIds.SETTINGS_TROUBLE_BANNER);
            assertWholeBanners(window, 2);
            window.tell(States.signedIn(trouble));
            window.client.tellNewLinks(KIOSK);
            window.node("#" + DesktopIds.NEW_LINK_BANNER);
            assertWholeBanners(window, 3);
        }
    }

    private static void assertWholeBanners(TestWindow window, int count) {
        for (double width : new double[] {1038, 700, 480, 360, 1038}) {
            window.size(width, 700);
            TestWindow.onFx(() -> {
                List<Node> banners = window.scene().getRoot().lookupAll(".banner").stream()
                        .filter(Node::isVisible)
                        .toList();
                assertEquals(count, banners.size());
                banners.forEach(banner -> assertWhole(banner, "at " + width + ": " + banner));
                return true;
            });
        }
    }

    private static void assertWhole(Node banner, String where) {
        ScrollPane pane = (ScrollPane) Stream.iterate(banner, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .findFirst()
                .orElseThrow();
        pane.lookupAll(".scroll-bar").forEach(bar -> assertFalse(bar.isVisible(), where + " scrolls"));
        Bounds shown = pane.localToScene(pane.getLayoutBounds());
        banner.lookupAll(".label").stream().filter(Node::isManaged).forEach(label -> {
            assertTrue(
                    shown.contains(label.localToScene(label.getLayoutBounds())), where + " shows a part of " + label);
            Text drawn = (Text) label.lookup(".text");
            assertEquals(((Label) label).getText(), drawn.getText(), where);
        });
    }

    @Test
    void closedBannerStaysClosedWithTheNextCode() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest(States.loggedOut(LogoutReason.UNLINKED)));
            window.click("#" + DesktopIds.BANNER_CLOSE);
            window.tell(States.guest(States.loggedOut(LogoutReason.UNLINKED)));
            assertFalse(window.sees("#" + DesktopIds.LOGGED_OUT_BANNER));
        }
    }

    @Test
    void bannerAboutANewLinkStaysUntilClosedOrAnswered() throws Exception {
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.signedIn(null));
            assertFalse(window.sees("#" + DesktopIds.NEW_LINK_BANNER));
            window.client.tellNewLinks(KIOSK);
            window.node("#" + DesktopIds.NEW_LINK_BANNER);
            String words = window.text("#" + DesktopIds.NEW_LINK_BANNER + " .banner-headline");
            assertTrue(words.startsWith("Another computer, “Kiosk”, was linked to your account today at "), words);
            assertTrue(words.endsWith(" from 192.0.2.17. If it was not you, log it out on your phone."), words);

            window.click("#" + DesktopIds.NEW_LINK_BANNER + " #" + DesktopIds.BANNER_CLOSE);
            assertFalse(window.sees("#" + DesktopIds.NEW_LINK_BANNER));
            window.client.tellNewLinks(KIOSK);
            WaitForAsyncUtils.waitForFxEvents();
            assertFalse(window.sees("#" + DesktopIds.NEW_LINK_BANNER), "what was read is not told again");
        }
    }

    @Test
    void settingsThatCannotBeSavedAreReportedOnce() throws Exception {
        Files.createDirectories(folder.resolve("settings.properties.new/in the way"));
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(ThemeChoice.LIGHT, 1000, 700, store)) {
            window.tell(States.guest());
            assertFalse(window.sees("#" + DesktopIds.SETTINGS_TROUBLE_BANNER), "nothing is lost yet");
            for (int time = 0; time < 2; time++) {
                window.click("#" + DesktopIds.SETTINGS);
                window.click("#" + DesktopIds.SETTINGS_SAVE);
                assertEquals(time == 0, window.sees("#" + DesktopIds.SETTINGS_TROUBLE_BANNER));
                if (time == 0) {
                    window.click("#" + DesktopIds.BANNER_CLOSE);
                }
            }
        }
    }

    @Test
    void unreadableSettingsAreSetAsideAndReported() throws Exception {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "theme=purple\n");
        try (TestWindow window = new TestWindow(folder)) {
            window.tell(States.guest());
            window.node("#" + DesktopIds.SETTINGS_TROUBLE_BANNER);
            assertEquals("theme=purple\n", Files.readString(folder.resolve("settings.properties.unreadable")));
            window.click("#" + DesktopIds.BANNER_CLOSE);
            assertFalse(window.sees("#" + DesktopIds.SETTINGS_TROUBLE_BANNER));
        }
    }
}
