package coderbased.phone.parts;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.FocusScope;
import coderbased.fx.text.Wrapping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet that asks before something that cannot be undone. Escape, and the button that has the focus, mean no. */
public final class ConfirmSheet extends StackPane {

    /** A question. {@code yes} is the label of the confirming button. */
    public record Question(String title, String text, String yes, Runnable deed) {}

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button yes = new Button();
    private final Button no = new Button(MESSAGES.text("confirm.no"));
    private final FocusScope scope = new FocusScope(this);
    private Runnable deed = () -> {};

    public ConfirmSheet() {
        setId(PhoneIds.CONFIRM);
        getStyleClass().add("dim");
        title.getStyleClass().add("sheet-title");
        Wrapping.of(title);
        title.setMinHeight(USE_PREF_SIZE);
        Wrapping.of(text);
        text.setMinHeight(USE_PREF_SIZE);
        no.setId(PhoneIds.CONFIRM_NO);
        no.setOnAction(e -> close());
        yes.setId(PhoneIds.CONFIRM_YES);
        yes.getStyleClass().add("danger");
        yes.setOnAction(e -> agreed());
        HBox buttons = new HBox(no, yes);
        buttons.getStyleClass().add("sheet-buttons");
        for (Button button : new Button[] {no, yes}) {
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setMaxWidth(Double.MAX_VALUE);
        }
        VBox sheet = new VBox(title, text, buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        setAlignment(sheet, javafx.geometry.Pos.BOTTOM_CENTER);
        getChildren().add(sheet);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public void ask(Question question) {
        title.setText(question.title());
        text.setText(question.text());
        yes.setText(question.yes());
        deed = question.deed();
        setVisible(true);
        scope.open(no);
    }

    private void agreed() {
        close();
        deed.run();
    }

    private void close() {
        setVisible(false);
        scope.close();
    }

    private void onKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
        }
    }
}
