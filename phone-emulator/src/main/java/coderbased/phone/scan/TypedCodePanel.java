package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.text.Wrapping;
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
                Fields.problem(PhoneIds.TYPED_PROBLEM, viewModel.problem()),
                submit(viewModel));
        this.viewModel = viewModel;
        field.setPromptText(MESSAGES.text("typedCode.example"));
        field.setAccessibleText(MESSAGES.text("typedCode.code"));
        field.textProperty().bindBidirectional(viewModel.text());
        field.setOnAction(e -> this.viewModel.submit());
    }

    private static Label what() {
        Label what = new Label(MESSAGES.text("typedCode.text"));
        Wrapping.of(what);
        what.getStyleClass().add("text-muted");
        return what;
    }

    private static Button submit(TypedCodeViewModel viewModel) {
        Button submit = new Button(MESSAGES.text("typedCode.continue"));
        submit.setId(PhoneIds.TYPED_SUBMIT);
        submit.getStyleClass().add("accent");
        submit.setMaxWidth(Double.MAX_VALUE);
        submit.setOnAction(e -> viewModel.submit());
        return submit;
    }
}
