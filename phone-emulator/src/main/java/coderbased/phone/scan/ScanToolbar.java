package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.phone.parts.PhoneIds;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The ways to a code, below the picture. */
final class ScanToolbar extends HBox {

    ScanToolbar(ScanSources sources, CameraPanel cameras, TypedCodePanel typed) {
        getStyleClass().add("scan-toolbar");
        getChildren()
                .addAll(
                        tool(
                                PhoneIds.SCAN_CAMERA,
                                "mdi2c-camera-switch-outline",
                                MESSAGES.text("scan.tool.camera"),
                                MESSAGES.text("scan.tool.camera.spoken"),
                                cameras::open),
                        tool(
                                PhoneIds.SCAN_PICTURE,
                                "mdi2i-image-outline",
                                MESSAGES.text("scan.tool.picture"),
                                MESSAGES.text("scan.tool.picture.spoken"),
                                sources::chooseFile),
                        tool(
                                PhoneIds.SCAN_PASTE,
                                "mdi2c-content-paste",
                                MESSAGES.text("scan.tool.paste"),
                                MESSAGES.text("scan.tool.paste.spoken"),
                                sources::paste),
                        tool(
                                PhoneIds.SCAN_SCREEN,
                                "mdi2m-monitor-screenshot",
                                MESSAGES.text("scan.tool.screen"),
                                MESSAGES.text("scan.tool.screen.spoken"),
                                sources::useScreen),
                        tool(
                                PhoneIds.SCAN_TYPE,
                                "mdi2k-keyboard-outline",
                                MESSAGES.text("scan.tool.type"),
                                MESSAGES.text("scan.tool.type.spoken"),
                                typed::open));
    }

    private static Button tool(String id, String icon, String words, String what, Runnable action) {
        Button button = new Button(words, Icons.icon(icon));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.TOP);
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        button.getStyleClass().addAll("flat", "scan-tool");
        Parts.wide(Parts.whole(button));
        button.setOnAction(e -> action.run());
        return button;
    }
}
