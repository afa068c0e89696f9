package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.testing.Deadlines;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class AboutViewTest {

    private static final About ABOUT = new About("Coderbased Chat", "1.2", "* Works\n".repeat(200) + "* The last");

    @ParameterizedTest
    @EnumSource(
            value = ThemeChoice.class,
            names = {"LIGHT", "DARK"})
    void noticesAreReadAndCopiedByKeyboard(ThemeChoice theme) throws Exception {
        FxToolkit.registerPrimaryStage();
        AtomicInteger closed = new AtomicInteger();
        WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(20_000), () -> {
            AboutView sheet = new AboutView(ABOUT, closed::incrementAndGet);
            Scene scene = new Scene(sheet, 390, 500);
            new Theme(theme).dress(scene);
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            sheet.applyCss();
            sheet.layout();
            assertEquals("Version 1.2", ((Label) sheet.lookup("#about-version")).getText());

            TextArea notices = (TextArea) sheet.first();
            notices.requestFocus();
            press(notices, KeyCode.A, true);
            assertEquals(ABOUT.notices(), notices.getSelectedText());
            press(notices, KeyCode.X, true);
            press(notices, KeyCode.DELETE, false);
            assertEquals(ABOUT.notices(), notices.getText(), "nobody changes them");
            assertTrue(notices.getHeight() > 200, "height " + notices.getHeight());
            press(notices, KeyCode.TAB, false);
            assertEquals("about-close", scene.getFocusOwner().getId());
            ((Button) scene.getFocusOwner()).fire();
            stage.close();
            return true;
        });
        assertEquals(1, closed.get());
    }

    @Test
    void eachWorkStandsInLinesThatFit() {
        String notices = """
                This program contains:

                * Logback (Core) (ch.qos.logback:logback-core:1.6.6), http://logback.qos.ch
                    EPL-2.0
                """;
        assertEquals("""
                This program contains:

                * Logback (Core)
                    ch.qos.logback:logback-core:1.6.6
                    http://logback.qos.ch
                    EPL-2.0""", About.inLines(notices));
    }

    @Test
    void programFromLooseClassesSaysWhereItsNoticesAre() {
        About about = About.of(AboutViewTest.class, "Coderbased Chat");
        assertFalse(about.notices().isBlank());
        assertEquals("development", about.version());
    }

    private static void press(Node node, KeyCode key, boolean shortcut) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, shortcut, false, false));
    }
}
