package coderbased.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Scene;

/**
 * Light or dark theme: follows the system unless the user has chosen.
 *
 * <p>Style sheets are set per scene, so windows of both apps can run in one JVM with different themes. The root of a
 * dark scene has the pseudo-class {@code :dark}, by which {@code coderbased.css} selects its colours. Used on the
 * JavaFX thread.
 */
public final class Theme {

    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ObservableValue<ColorScheme> system;
    private final BooleanBinding dark;

    public Theme(ThemeChoice choice) {
        this(choice, Platform.getPreferences().colorSchemeProperty());
    }

    /** @param system the system's colour scheme, which may change at any time */
    Theme(ThemeChoice choice, ObservableValue<ColorScheme> system) {
        this.choice.set(choice);
        this.system = system;
        this.dark = Bindings.createBooleanBinding(this::computeDark, this.choice, system);
    }

    /** Returns the user's choice; setting it changes every themed scene at once. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** True if the theme is dark now. */
    public boolean isDark() {
        return dark.get();
    }

    /** Applies the theme to a scene, and keeps it up to date. */
    public void dress(Scene scene) {
        dress(scene, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    }

    /** @param translucent false on a display without a compositor: its popups are opaque and square */
    void dress(Scene scene, boolean translucent) {
        scene.getStylesheets().add(sheet("/coderbased/fx/coderbased.css"));
        if (!translucent) {
            scene.getStylesheets().add(sheet("/coderbased/fx/opaque-popups.css"));
        }
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
