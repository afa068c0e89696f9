package coderbased.phone.parts;

import coderbased.fx.Focus;
import coderbased.fx.Parts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The parts of a form: a field under its label, with its problem below. */
public final class Fields {

    private Fields() {}

    public static TextField text(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    public static PasswordField password(String id) {
        PasswordField field = new PasswordField();
        field.setId(id);
        return field;
    }

    /** Returns a field under its label. A problem moves the caret there, and takes no space while there is none. */
    public static VBox labelled(String name, TextField field, String problemId, ObservableValue<String> problem) {
        Label label = Parts.label(name, "field-name");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        problem.subscribe(words -> {
            if (!words.isEmpty()) {
                Focus.on(field);
            }
        });
        VBox box = new VBox(label, field, Parts.words(problemId, problem, "problem"));
        box.getStyleClass().add("field");
        return box;
    }
}
