package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The sheet that asks before logging out. */
final class LogOutView extends VBox {

    private final Button cancel;

    LogOutView(Runnable logOut, Runnable close) {
        setId(DesktopIds.LOG_OUT_SHEET);
        getStyleClass().add("sheet");
        setMaxHeight(USE_PREF_SIZE);
        cancel = Parts.button(DesktopIds.LOG_OUT_CANCEL, MESSAGES.text("logOut.cancel"), close);
        Button confirm = Parts.button(
                DesktopIds.LOG_OUT_CONFIRM,
                MESSAGES.text("logOut.confirm"),
                () -> {
                    close.run();
                    logOut.run();
                },
                "danger");
        HBox buttons = new HBox(cancel, confirm);
        buttons.getStyleClass().add("sheet-buttons");
        getChildren()
                .addAll(
                        Parts.label(MESSAGES.text("logOut.title"), "sheet-title"),
                        Parts.label(MESSAGES.text("logOut.text")),
                        buttons);
    }

    /** Returns the node that gets the focus first. */
    Node first() {
        return cancel;
    }
}
