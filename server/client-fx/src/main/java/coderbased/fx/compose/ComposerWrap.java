package coderbased.fx.compose;

import coderbased.fx.text.BidiTextFlow;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * Wraps left-to-right text. Right-to-left text scrolls sideways instead: see {@link BidiTextFlow}. Wrapping is switched
 * off before such text is set, and on after it is gone.
 */
public final class ComposerWrap {

    /** Margin in pixels: a field exactly as wide as its text still wraps. */
    private static final double MARGIN = 48;

    private final TextArea text;
    private final Text measure = new Text();

    private ComposerWrap(TextArea text) {
        this.text = text;
    }

    /** Wraps the text of that field from now on. */
    public static void follow(TextArea text) {
        ComposerWrap wrap = new ComposerWrap(text);
        wrap.measure.fontProperty().bind(text.fontProperty());
        text.setTextFormatter(new TextFormatter<>(change -> {
            if (change.isContentChange() && text.isWrapText() && BidiTextFlow.isNeeded(change.getText())) {
                text.setWrapText(false);
                text.layout(); // the field wraps at the width of its last layout
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
            content.setMinWidth(sideways ? measure.getLayoutBounds().getWidth() + MARGIN : Region.USE_COMPUTED_SIZE);
        }
        text.setWrapText(!sideways);
    }
}
