package coderbased.fx;

import coderbased.fx.ThreadRow.Quote;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The message that another one answers, in two lines; a press goes there. */
final class BubbleQuote extends Button {

    BubbleQuote(Quote quote, Runnable jump) {
        getStyleClass().setAll("bubble-quote", "person-line-" + quote.sender().colour());
        Label name = new Label(quote.sender().name());
        name.getStyleClass().addAll("bubble-sender", "person-" + quote.sender().colour());
        Label text = new Label(quote.text());
        text.getStyleClass().add("bubble-quoted");
        VBox words = new VBox(name, text);
        words.setMinWidth(0);
        setGraphic(words);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText("Answers " + quote.sender().name() + ": " + quote.text());
        setOnAction(e -> jump.run());
    }
}
