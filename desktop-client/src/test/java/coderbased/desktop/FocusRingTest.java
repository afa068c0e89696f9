package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.client.SessionState;
import coderbased.fx.AConversation;
import coderbased.fx.ALine;
import coderbased.fx.FocusRings;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keyboard focus is visible on everything that the Tab key reaches, in both themes. */
class FocusRingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void focusIsVisibleOnEveryScreen(ThemeChoice theme) throws Exception {
        SettingsFile store = new SettingsFile(folder.resolve("settings.properties"));
        try (TestWindow window = new TestWindow(theme, 1000, 700, store)) {
            look(window, States.guest());
            window.click("#" + DesktopIds.NO_CAMERA);
            look(window);
            look(window, States.scanned(true));
            look(window, new SessionState.Paused(null));
            look(window, new SessionState.LoginUnavailable("It is locked."));
            look(window, States.signedIn("The server is away."));
            window.client.chat.tell(AConversation.withBob()
                    .lines(ALine.bobs(1, "hello").build())
                    .build());
            window.click(".conversation-cell");
            look(window);
            for (String sheet : new String[] {DesktopIds.SHORTCUTS, DesktopIds.SETTINGS, DesktopIds.LOG_OUT}) {
                window.click("#" + sheet);
                look(window);
                window.robot.type(javafx.scene.input.KeyCode.ESCAPE);
            }
        }
    }

    private void look(TestWindow window, SessionState state) {
        window.tell(state);
        look(window);
    }

    private void look(TestWindow window) {
        assertEquals(Set.of(), FocusRings.missing(window.scene()));
    }
}
