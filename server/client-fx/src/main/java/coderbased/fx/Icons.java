package coderbased.fx;

import coderbased.fx.text.EmojiWords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignAIkonHandler;

/** Icons, and buttons made of them. */
public final class Icons {

    private static final double ANY_SIZE = 16;

    static {
        if (System.getProperty(TemporaryFile.MOVED) != null) {
            loadFont();
        }
    }

    private Icons() {}

    /**
     * Loads the font from a file. JavaFX by itself copies a font in a jar into the folder for temporary files that the
     * program was started with; where that cannot be written, all icons would be boxes.
     */
    private static void loadFont() {
        try (InputStream font = new MaterialDesignAIkonHandler().getFontResourceAsStream()) {
            Path file = TemporaryFile.named("icons.ttf");
            Files.copy(font, file);
            Font.loadFont(file.toUri().toString(), ANY_SIZE);
        } catch (IOException _) {
            // The icons are boxes; each has words beside it, or as its tooltip.
        }
    }

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
        button.setTooltip(EmojiWords.tooltip(words));
        return button;
    }
}
