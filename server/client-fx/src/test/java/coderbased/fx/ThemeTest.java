package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ModalPane;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Light and dark themes. */
class ThemeTest {

    private static final Color VEIL = Color.rgb(10, 14, 18, 0.5);

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

    @Test
    void sheetsLayTheSameVeilInBothThemes() {
        onFx(() -> {
            for (ThemeChoice choice : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
                ModalPane modal = new ModalPane();
                modal.setInTransitionFactory(null);
                modal.show(new Pane());
                Region thread = styled("thread-sheet");
                Region phone = styled("dim");
                Scene scene = new Scene(new StackPane(thread, phone, modal), 400, 400);
                new Theme(choice, system).dress(scene);
                scene.snapshot(null);
                Region content = (Region) modal.lookup(".scrollable-content");
                assertEquals(VEIL, fill(thread));
                assertEquals(VEIL, fill(phone));
                assertEquals(VEIL, fill(content));
            }
        });
    }

    @Test
    void popupsAreSquareWhereNothingCanShowThrough() {
        onFx(() -> {
            for (String popup : List.of("context-menu", "tooltip", "notification")) {
                Region square = styled(popup);
                Scene scene = new Scene(new Pane(square));
                new Theme(ThemeChoice.DARK, system).dress(scene, false);
                scene.snapshot(null);
                assertNull(square.getEffect(), popup);
                for (BackgroundFill fill : square.getBackground().getFills()) {
                    assertEquals(CornerRadii.EMPTY, fill.getRadii(), popup);
                    assertTrue(fill.getFill().isOpaque(), popup);
                }
            }
        });
    }

    private static Region styled(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        return region;
    }

    private static Paint fill(Region region) {
        return region.getBackground().getFills().getFirst().getFill();
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
