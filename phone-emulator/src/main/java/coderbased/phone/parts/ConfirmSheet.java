package coderbased.phone.parts;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A sheet that asks before something that cannot be undone. Escape, and the button that has the focus, mean no. */
public final class ConfirmSheet extends Overlay {

    /** A question. {@code yes} is the label of the confirming button. */
    public record Question(String title, String text, String yes, Runnable deed) {}

    private final Label title = Parts.label("", "sheet-title");
    private final Label text = Parts.label("");
    private final Button yes = Parts.button(PhoneIds.CONFIRM_YES, "", this::agreed, "danger");
    private final Button no = Parts.button(PhoneIds.CONFIRM_NO, MESSAGES.text("confirm.no"), this::close);
    private Runnable deed = () -> {};

    public ConfirmSheet() {
        super("dim");
        setId(PhoneIds.CONFIRM);
        HBox buttons = new HBox(Parts.wide(no), Parts.wide(yes));
        buttons.getStyleClass().add("sheet-buttons");
        VBox sheet = new VBox(title, text, buttons);
        sheet.getStyleClass().add("sheet");
        sheet.setMaxHeight(USE_PREF_SIZE);
        setAlignment(sheet, Pos.BOTTOM_CENTER);
        getChildren().add(sheet);
    }

    public void ask(Question question) {
        title.setText(question.title());
        text.setText(question.text());
        yes.setText(question.yes());
        deed = question.deed();
        show(no);
    }

    private void agreed() {
        close();
        deed.run();
    }
}
