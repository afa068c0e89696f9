package coderbased.fx;

import coderbased.fx.text.EmojiWords;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Button with a name and a cross, which takes the name away. */
public final class Chip extends Button {

    private final Label name = new Label();

    public Chip() {
        getStyleClass().add("chip");
        setMnemonicParsing(false);
        name.fontProperty().bind(fontProperty());
        name.textFillProperty().bind(textFillProperty());
        textProperty().subscribe(words -> EmojiWords.show(name, words));
        HBox content = new HBox(name, Icons.icon("mdi2c-close"));
        content.getStyleClass().add("chip-content");
        setGraphic(content);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
