package coderbased.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Light or dark: follows the system unless the person chose.
 *
 * <p>The sheets belong to a scene, not to the program, so windows of both apps can live in one JVM, each in its own theme.
 * A dark scene's root carries the pseudo-class {@code :dark}, by which {@code coderbased.css} picks its own colours. Use on
 * the JavaFX thread.
 */
public final class Theme {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObservableValue<ColorScheme> system;
    private final BooleanBinding dark;

    public Theme(ThemeChoice choice) {
        this(choice, Platform.getPreferences().colorSchemeProperty());
    }

    /** @param system what the system is set to, which may change at any moment */
    Theme(ThemeChoice choice, ObservableValue<ColorScheme> system) {
        this.choice.set(choice);
        this.system = system;
        this.dark = Bindings.createBooleanBinding(this::computeDark, this.choice, system);
    }

    /** What the person chose. Set it to change every dressed scene at once. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** Whether it is dark now. */
    public boolean isDark() {
        return dark.get();
    }

    /** Dresses a scene and keeps it dressed through every change. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(sheet("/coderbased/fx/coderbased.css"));
        apply(scene);
        dark.subscribe(() -> apply(scene));
        scene.rootProperty().subscribe(() -> apply(scene));
    }

    private void apply(Scene scene) {
        atlantafx.base.theme.Theme base = isDark() ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(sheet(base.getUserAgentStylesheet()));
        scene.getRoot().pseudoClassStateChanged(DARK, isDark());
    }

    private boolean computeDark() {
        return switch (choice.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> system.getValue() == ColorScheme.DARK;
        };
    }

    private static String sheet(String resource) {
        URL url = Theme.class.getResource(resource);
        return Objects.requireNonNull(url, resource).toExternalForm();
    }
}
