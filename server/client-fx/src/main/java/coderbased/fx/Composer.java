package coderbased.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Where a message is written. Enter sends, Shift+Enter begins a new line; it grows with what is written, up to six lines. */
final class Composer extends VBox {

    private static final int MOST_LINES = 6;
    private static final double FRAME = 24;

    private final ComposerViewModel viewModel;
    private final TextArea text = new TextArea();
    private final Text measure = new Text();

    Composer(ComposerViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("composer-bar");
        buildText();
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(text, sendButton());
        line.getStyleClass().add("composer-line");
        getChildren().addAll(problem(), line);
    }

    void focusText() {
        text.requestFocus();
        text.end();
    }

    private void buildText() {
        text.setId("composer");
        text.setPromptText("Write a message");
        text.setAccessibleText("Write a message");
        text.setWrapText(true);
        text.textProperty().bindBidirectional(viewModel.draft());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        measure.fontProperty().bind(text.fontProperty());
        text.textProperty().subscribe(this::grow);
        text.widthProperty().subscribe(this::grow);
        text.fontProperty().subscribe(this::grow);
    }

    private Button sendButton() {
        Button send = Icons.button("send", "mdi2s-send", "Send");
        send.getStyleClass().add("send");
        send.setOnAction(e -> {
            viewModel.send();
            text.requestFocus();
        });
        viewModel.sendable().subscribe(sendable -> send.setDisable(!sendable));
        return send;
    }

    private Label problem() {
        Label problem = new Label();
        problem.setId("composer-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(viewModel.problem());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() != KeyCode.ENTER) {
            return;
        }
        key.consume();
        if (key.isShiftDown()) {
            text.replaceSelection("\n");
        } else {
            viewModel.send();
        }
    }

    private void grow() {
        measure.setText("X");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(Math.max(1, text.getWidth() - 2 * FRAME));
        measure.setText(text.getText() + "X");
        double lines = Math.min(
                MOST_LINES, Math.max(1, Math.round(measure.getLayoutBounds().getHeight() / line)));
        text.setPrefHeight(lines * line + FRAME);
        text.setMinHeight(USE_PREF_SIZE);
    }
}
