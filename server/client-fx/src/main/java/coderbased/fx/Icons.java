package coderbased.fx;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and buttons made of them. */
public final class Icons {

    private Icons() {}

    /**
     * Returns an icon of the Material Design 2 pack, for example {@code mdi2c-check}. Size and colour come from the
     * style sheet.
     */
    public static FontIcon icon(String name, String... styleClasses) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().addAll(styleClasses);
        return icon;
    }

    /** Returns a button that shows only an icon; {@code words} is its tooltip and its text for screen readers. */
    public static Button button(String id, String iconName, String words) {
        Button button = new Button(words, icon(iconName));
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }
}
