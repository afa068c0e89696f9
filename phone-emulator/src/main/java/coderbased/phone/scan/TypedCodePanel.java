package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.phone.parts.Fields;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The panel for a phone without a camera: the person types the code that the computer shows. */
public final class TypedCodePanel extends Panel {

    private final TypedCodeViewModel viewModel;

    public TypedCodePanel(TypedCodeViewModel viewModel) {
        this(viewModel, Fields.text(PhoneIds.TYPED_CODE));
    }

    private TypedCodePanel(TypedCodeViewModel viewModel, TextField field) {
        super(
                MESSAGES.text("typedCode.title"),
                PhoneIds.TYPED_CLOSE,
                () -> field,
                what(),
                field,
                Parts.words(PhoneIds.TYPED_PROBLEM, viewModel.problem(), "problem"),
                submit(viewModel));
        this.viewModel = viewModel;
        field.setPromptText(MESSAGES.text("typedCode.code"));
        field.setAccessibleText(MESSAGES.text("typedCode.code"));
        field.textProperty().bindBidirectional(viewModel.text());
        field.setOnAction(e -> this.viewModel.submit());
    }

    private static Label what() {
        return Parts.label(MESSAGES.text("typedCode.text"), "text-muted");
    }

    private static Button submit(TypedCodeViewModel viewModel) {
        Button submit =
                Parts.button(PhoneIds.TYPED_SUBMIT, MESSAGES.text("typedCode.continue"), viewModel::submit, "accent");
        submit.setMaxWidth(Double.MAX_VALUE);
        return submit;
    }
}
