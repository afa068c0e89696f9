package coderbased.fx.people;

import coderbased.fx.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Question before something that cannot be undone, at the foot of a sheet, where it is always in view. Escape answers
 * no.
 */
final class SheetQuestion extends VBox {

    private final Label words = Parts.label("");
    private final Button no = Parts.button("sheet-question-no", "", this::close);
    private final Button yes = Parts.button("sheet-question-yes", "", () -> {}, "danger");
    private @Nullable Node asker;

    SheetQuestion() {
        setId("sheet-question");
        getStyleClass().add("sheet-question");
        getChildren().addAll(words, SheetParts.buttons(no, yes));
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    /**
     * Asks, with the focus on the safe answer.
     *
     * @param asker gets the focus back after a no
     */
    void ask(String question, String stay, String act, Runnable action, Node asker) {
        this.asker = asker;
        words.setText(question);
        no.setText(stay);
        yes.setText(act);
        yes.setOnAction(e -> {
            close();
            action.run();
        });
        setVisible(true);
        no.requestFocus();
    }

    private void close() {
        setVisible(false);
        if (asker != null) {
            asker.requestFocus();
            asker = null;
        }
    }
}
