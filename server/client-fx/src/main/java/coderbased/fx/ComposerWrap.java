package coderbased.fx;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;

/**
 * Wraps what is written, but for what runs from right to left, which scrolls sideways instead: see {@link WordPane}. Wrapping
 * ends before such text is there, and begins again after it has gone.
 */
final class ComposerWrap {

    private ComposerWrap() {}

    static void follow(TextArea text) {
        text.setWrapText(!WordPane.isNeeded(text.getText()));
        text.setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange() && text.isWrapText() && WordPane.isNeeded(change.getText())) {
                text.setWrapText(false);
                text.layout(); // the field wraps by the width it was last laid out with
            }
            return change;
        }));
        text.textProperty().subscribe(now -> {
            if (!text.isWrapText() && !WordPane.isNeeded(now)) {
                text.setWrapText(true);
            }
        });
    }
}
