package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Light and dark themes. */
class ThemeTest {

    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);

    @BeforeEach
    void javaFxRuns() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void windowFollowsTheSystem() {
        onFx(() -> {
            Scene scene = dressed(new Theme(ThemeChoice.SYSTEM, system));
            assertDark(false, scene);
            system.set(ColorScheme.DARK);
            assertDark(true, scene);
            system.set(ColorScheme.LIGHT);
            assertDark(false, scene);
        });
    }

    @Test
    void usersChoiceTakesPrecedence() {
        onFx(() -> {
            Theme theme = new Theme(ThemeChoice.DARK, system);
            Scene scene = dressed(theme);
            assertDark(true, scene);
            system.set(ColorScheme.DARK);
            theme.choiceProperty().set(ThemeChoice.LIGHT);
            assertDark(false, scene);
            theme.choiceProperty().set(ThemeChoice.SYSTEM);
            assertDark(true, scene);
        });
    }

    @Test
    void laterSceneIsThemed() {
        onFx(() -> {
            Scene scene = dressed(new Theme(ThemeChoice.DARK, system));
            scene.setRoot(new Pane());
            assertDark(true, scene);
        });
    }

    private static Scene dressed(Theme theme) {
        Scene scene = new Scene(new Pane());
        theme.dress(scene);
        return scene;
    }

    private static void assertDark(boolean dark, Scene scene) {
        assertEquals(dark, scene.getRoot().getPseudoClassStates().contains(PseudoClass.getPseudoClass("dark")));
        assertEquals(dark, scene.getUserAgentStylesheet().contains("dark"), scene.getUserAgentStylesheet());
    }

    private static void onFx(Runnable story) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, story);
    }
}
