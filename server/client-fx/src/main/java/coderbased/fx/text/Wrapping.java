package coderbased.fx.text;

import javafx.scene.control.Labeled;

/** Wraps words that may be anybody's. */
public final class Wrapping {

    private Wrapping() {}

    /** Wraps them where they do not fit; those that run from right to left are cut off there instead: see {@link BidiTextFlow}. */
    public static void of(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(words -> !BidiTextFlow.isNeeded(words)));
    }
}
