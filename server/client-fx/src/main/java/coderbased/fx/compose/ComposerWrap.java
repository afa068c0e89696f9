package coderbased.fx.compose;

import coderbased.fx.text.BidiTextFlow;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Wraps what is written, but for what runs from right to left, which scrolls sideways instead: see {@link BidiTextFlow}. Wrapping
 * ends before such text is there, and begins again after it has gone.
 */
final class ComposerWrap {

    /** Wider than the field's edges: a field that is exactly as wide as its text is wrapped all the same. */
    private static final double ROOM = 48;

    private final TextArea text;
    private final Text measure = new Text();

    private ComposerWrap(TextArea text) {
        this.text = text;
    }

    static void follow(TextArea text) {
        ComposerWrap wrap = new ComposerWrap(text);
        wrap.measure.fontProperty().bind(text.fontProperty());
        text.setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange() && text.isWrapText() && BidiTextFlow.isNeeded(change.getText())) {
                text.setWrapText(false);
                text.layout(); // the field wraps by the width it was last laid out with
            }
            return change;
        }));
        text.textProperty().subscribe(wrap::wrap);
        text.fontProperty().subscribe(wrap::wrap);
        text.skinProperty().subscribe(wrap::wrap);
    }

    private void wrap() {
        String written = text.getText();
        boolean sideways = BidiTextFlow.isNeeded(written);
        if (text.lookup(".content") instanceof Region content) {
            measure.setText(sideways ? written : "");
            content.setMinWidth(sideways ? measure.getLayoutBounds().getWidth() + ROOM : Region.USE_COMPUTED_SIZE);
        }
        text.setWrapText(!sideways);
    }
}
