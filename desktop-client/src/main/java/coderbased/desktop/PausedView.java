package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** The Guest State while paused: one button. */
final class PausedView extends MiddleView {

    PausedView(PausedViewModel viewModel) {
        super(DesktopIds.PAUSED);
        StackPane card = card("mdi2q-qrcode-scan");
        Label title = Parts.label(MESSAGES.text("paused.title"), "middle-title");
        title.setId(DesktopIds.PAUSED_TITLE);
        Label text = Parts.label(MESSAGES.text("paused.text"), "middle-text");
        text.setId(DesktopIds.PAUSED_STATUS);
        getChildren()
                .addAll(
                        card,
                        title,
                        text,
                        Parts.button(
                                DesktopIds.SHOW_NEW_CODE,
                                MESSAGES.text("paused.newCode"),
                                viewModel::showNewCode,
                                "accent",
                                "large"));
    }
}
