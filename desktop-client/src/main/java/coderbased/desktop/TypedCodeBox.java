package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.ClipboardText;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The typed code behind "No camera?", to type on the phone or to copy. */
final class TypedCodeBox extends VBox {

    private final GuestViewModel viewModel;

    TypedCodeBox(GuestViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("typed-code-box");
        Hyperlink ask = new Hyperlink();
        ask.setId(DesktopIds.NO_CAMERA);
        ask.setMnemonicParsing(false);
        ask.textProperty()
                .bind(viewModel
                        .typedCodeShown()
                        .map(shown -> MESSAGES.text(shown ? "guest.typed.hide" : "guest.typed.show")));
        ask.setOnAction(e -> {
            ask.setVisited(false);
            viewModel.typedCodeShown().set(!viewModel.typedCodeShown().get());
        });
        VBox letters = new VBox(Parts.label(MESSAGES.text("guest.typed.hint"), "text-muted"), code());
        letters.getStyleClass().add("typed-code-letters");
        Parts.shownWhen(letters, viewModel.typedCodeShown());
        getChildren().addAll(ask, letters);
    }

    private HBox code() {
        Label code = new Label();
        code.setId(DesktopIds.TYPED_CODE);
        code.textProperty().bind(viewModel.typedCode());
        code.setMinWidth(USE_PREF_SIZE);
        viewModel.typedCode().subscribe(text -> code.setAccessibleText(String.join(" ", text.split(""))));
        Button copy = Icons.button(DesktopIds.COPY_CODE, "mdi2c-content-copy", MESSAGES.text("guest.typed.copy"));
        copy.setOnAction(e -> ClipboardText.put(viewModel.typedCode().get()));
        HBox line = new HBox(code, copy);
        line.getStyleClass().add("typed-code-line");
        return line;
    }
}
