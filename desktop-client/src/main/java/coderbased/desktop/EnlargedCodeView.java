package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

/** The code alone, as large as the display, for phones far away. A click or Escape closes it. */
final class EnlargedCodeView extends BorderPane {

    EnlargedCodeView(GuestViewModel viewModel) {
        getStyleClass().add("enlarged-code");
        visibleProperty().bind(viewModel.enlarged());
        Button back = Parts.button(
                DesktopIds.ENLARGED_BACK,
                MESSAGES.text("guest.enlarged.back"),
                () -> viewModel.enlarged().set(false),
                "enlarged-back");
        HBox bar = new HBox(back);
        bar.getStyleClass().add("enlarged-bar");
        setCenter(new QrCard(DesktopIds.ENLARGED_QR_CODE, viewModel.qrText(), viewModel.typedCode()));
        setBottom(bar);
        setOnMouseClicked(e -> viewModel.enlarged().set(false));
        addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                viewModel.enlarged().set(false);
            }
        });
        visibleProperty().subscribe(shown -> {
            if (shown) {
                back.requestFocus();
            }
        });
    }
}
