package coderbased.fx;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A round picture of somebody who has no picture: the first letter on one of eight colours, always the same one. */
public final class Avatar extends StackPane {

    private static final int COLOURS = 8;

    private final Label letter = new Label();

    public Avatar() {
        getStyleClass().add("avatar");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(letter);
    }

    public Avatar(String name) {
        this();
        show(name);
    }

    /** Whose it is. */
    public void show(String name) {
        letter.setText(name.isEmpty() ? "" : firstLetter(name));
        getStyleClass().removeIf(c -> c.startsWith("avatar-"));
        getStyleClass().add("avatar-" + Math.floorMod(name.hashCode(), COLOURS));
    }

    private static String firstLetter(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
