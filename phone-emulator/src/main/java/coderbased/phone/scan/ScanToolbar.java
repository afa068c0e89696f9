package coderbased.phone.scan;

import coderbased.fx.Icons;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The ways to a code, below the picture. */
final class ScanToolbar extends HBox {

    ScanToolbar(ScanSources sources, CameraPanel cameras, TypedCodePanel typed) {
        getStyleClass().add("scan-toolbar");
        getChildren()
                .addAll(
                        tool(
                                PhoneIds.SCAN_CAMERA,
                                "mdi2c-camera-switch-outline",
                                "Camera",
                                "Choose a camera",
                                cameras::open),
                        tool(
                                PhoneIds.SCAN_PICTURE,
                                "mdi2i-image-outline",
                                "Picture",
                                "Use a picture file",
                                sources::chooseFile),
                        tool(
                                PhoneIds.SCAN_PASTE,
                                "mdi2c-content-paste",
                                "Paste",
                                "Use the picture in the clipboard",
                                sources::paste),
                        tool(
                                PhoneIds.SCAN_SCREEN,
                                "mdi2m-monitor-screenshot",
                                "Screen",
                                "Scan this computer's screen",
                                sources::useScreen),
                        tool(
                                PhoneIds.SCAN_TYPE,
                                "mdi2k-keyboard-outline",
                                "Type code",
                                "Type the code instead",
                                typed::open));
    }

    private static Button tool(String id, String icon, String words, String what, Runnable action) {
        Button button = new Button(words, Icons.icon(icon));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.getStyleClass().addAll("flat", "scan-tool");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setPrefWidth(1);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(e -> action.run());
        return button;
    }
}
