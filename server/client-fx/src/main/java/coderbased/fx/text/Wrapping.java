package coderbased.fx.text;

import javafx.scene.control.Labeled;

/** Wraps untrusted text in labels. */
public final class Wrapping {

    private Wrapping() {}

    /** Wraps the text if it does not fit. Right-to-left text is cut off instead: see {@link BidiTextFlow}. */
    public static void of(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(words -> !BidiTextFlow.isNeeded(words)));
    }
}
