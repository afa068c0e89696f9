package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.EmojiWords;
import coderbased.fx.thread.ThreadRow.Quote;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The message that another one answers, in two lines; a press scrolls to it. */
final class BubbleQuote extends Button {

    BubbleQuote(Quote quote, Runnable jump) {
        getStyleClass().setAll("bubble-quote", "person-line-" + quote.sender().colour());
        Label name = new Label();
        name.getStyleClass().addAll("bubble-sender", "person-" + quote.sender().colour());
        EmojiWords.show(name, quote.sender().name());
        Label text = new Label();
        text.getStyleClass().add("bubble-quoted");
        EmojiWords.show(text, quote.text());
        VBox words = new VBox(name, text);
        words.setMinWidth(0);
        setGraphic(words);
        setMinWidth(0);
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(MESSAGES.text("thread.quote", "name", quote.sender().name(), "text", quote.text()));
        setOnAction(e -> jump.run());
    }
}
