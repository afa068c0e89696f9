package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.camera.ImageCamera;
import java.io.File;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.stage.FileChooser;

/** Pictures from elsewhere: a file, the clipboard, something dropped, the screen. */
final class ScanSources {

    private final ScannerViewModel viewModel;
    private final Node owner;

    ScanSources(ScannerViewModel viewModel, Node owner) {
        this.viewModel = viewModel;
        this.owner = owner;
    }

    void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(MESSAGES.text("scan.picture.choose"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(
                                MESSAGES.text("scan.picture.kinds"), "*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp"),
                        new FileChooser.ExtensionFilter(MESSAGES.text("scan.picture.files"), "*.*"));
        File file = chooser.showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            viewModel.lookAt(file.toPath());
        }
    }

    void paste() {
        if (!take(Clipboard.getSystemClipboard())) {
            viewModel.noPicture(MESSAGES.text("scan.picture.nonePasted"));
        }
    }

    void useScreen() {
        viewModel.menu().chosen().set(new CameraChoice.Screen());
    }

    /** Looks at the picture or picture file in there, if there is one. */
    boolean take(Clipboard clipboard) {
        if (clipboard.hasFiles() && !clipboard.getFiles().isEmpty()) {
            viewModel.lookAt(clipboard.getFiles().getFirst().toPath());
            return true;
        }
        if (clipboard.hasImage()) {
            viewModel.lookAt(new ImageCamera("Clipboard", clipboard.getImage()));
            return true;
        }
        return false;
    }
}
