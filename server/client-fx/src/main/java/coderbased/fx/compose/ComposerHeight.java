package coderbased.fx.compose;

import coderbased.fx.text.BidiTextFlow;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Lets the composer grow with its text, up to six lines. */
final class ComposerHeight {

    private static final int MAX_LINES = 6;
    private static final double FRAME_HEIGHT = 24;
    private static final int MAX_MEASURED_CHARS = 4_000;

    private final TextArea text;
    private final Text measure = new Text();
    private double lineHeight;

    ComposerHeight(TextArea text) {
        this.text = text;
    }

    void follow() {
        measure.fontProperty().bind(text.fontProperty());
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.fontProperty().subscribe(() -> {
            measure.setText("X");
            lineHeight = measure.getLayoutBounds().getHeight();
            grow();
        });
        text.widthProperty().subscribe(this::grow);
        text.textProperty().subscribe(this::grow);
    }

    /** Sets the height. Most keys leave it unchanged, and cause no layout. */
    private void grow() {
        text.setPrefHeight(lines() * lineHeight + FRAME_HEIGHT);
    }

    private double lines() {
        String written = text.getText();
        if (written.length() > MAX_MEASURED_CHARS) {
            return MAX_LINES; // a long text is not measured at every key
        }
        measure.setText(""); // otherwise the old text is wrapped to the new width first
        measure.setWrappingWidth(BidiTextFlow.isNeeded(written) ? 0 : Math.max(1, text.getWidth() - 2 * FRAME_HEIGHT));
        measure.setText(written + "X");
        return Math.min(
                MAX_LINES, Math.max(1, Math.round(measure.getLayoutBounds().getHeight() / lineHeight)));
    }
}
