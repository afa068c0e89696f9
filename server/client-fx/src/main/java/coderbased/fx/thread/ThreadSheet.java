package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Focus;
import coderbased.fx.Icons;
import coderbased.fx.text.EmojiWords;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Modal sheet over the thread: Escape, a press beside it, or its close button close it. */
final class ThreadSheet extends StackPane {

    private final Label title = new Label();
    private final StackPane body = new StackPane();
    private final Runnable afterClose;
    private Runnable onClosed = () -> {};

    /** @param afterClose runs after each close, for example to move the focus */
    ThreadSheet(Runnable afterClose) {
        this.afterClose = afterClose;
        getStyleClass().add("thread-sheet");
        title.getStyleClass().add("sheet-title");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button cross = Icons.button("sheet-close", "mdi2c-close", MESSAGES.text("sheet.close"));
        cross.setOnAction(e -> close());
        HBox top = new HBox(title, cross);
        top.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(top, body);
        card.getStyleClass().add("sheet-card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        getChildren().add(card);
        setVisible(false);
        setOnMouseClicked(e -> {
            if (e.getTarget() == this) {
                close();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    /** Shows content, with the focus on {@code focused}; {@code onClosed} runs when it is closed, in whatever way. */
    void show(String words, Node content, Node focused, Runnable onClosed) {
        this.onClosed = onClosed;
        EmojiWords.show(title, words);
        body.getChildren().setAll(content);
        setAccessibleText(words);
        setVisible(true);
        Focus.on(focused);
    }

    /** Closes the sheet. */
    void close() {
        if (isVisible()) {
            setVisible(false);
            body.getChildren().clear();
            onClosed.run();
            afterClose.run();
        }
    }
}
