package coderbased.fx;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** Puts texts on the system's clipboard. Used on the JavaFX thread. */
public final class ClipboardText {

    private ClipboardText() {}

    /** Puts a text there, unchanged. */
    public static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
