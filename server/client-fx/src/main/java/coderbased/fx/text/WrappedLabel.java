package coderbased.fx.text;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Label that wraps any text: emoji are pictures, and text from right to left is wrapped by {@link BidiTextFlow}. A
 * label with a graphic of its own shows its text as other labels do.
 */
public final class WrappedLabel extends Label {

    private @Nullable Region drawn;

    /** Makes a label with these style classes besides its own. */
    public WrappedLabel(String words, String... styleClasses) {
        getStyleClass().addAll(styleClasses);
        setMinHeight(USE_PREF_SIZE);
        wrapTextProperty().bind(textProperty().map(text -> !BidiTextFlow.isNeeded(text)));
        textProperty().subscribe(this::draw);
        setText(words);
    }

    /** Returns horizontal: a label that leaves the wrapping to its graphic would be as high as one line. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private void draw(@Nullable String text) {
        if (getGraphic() != drawn || graphicProperty().isBound()) {
            return;
        }
        Region wanted = text == null
                ? null
                : BidiTextFlow.isNeeded(text) ? sideways(text) : EmojiWords.anyIn(text) ? flow(text) : null;
        if (wanted != null || drawn != null) {
            drawn = wanted;
            EmojiWords.show(this, wanted);
        }
    }

    private Region flow(String text) {
        TextFlow flow = new TextFlow();
        TextPiece.of(text).forEach(piece -> flow.getChildren().add(EmojiWords.text(this, piece, true)));
        flow.textAlignmentProperty().bind(textAlignmentProperty());
        flow.setMaxWidth(USE_PREF_SIZE);
        return flow;
    }

    private Region sideways(String text) {
        BidiTextFlow lines = new BidiTextFlow(text, piece -> EmojiWords.text(this, piece, false));
        lines.getChildren()
                .forEach(line -> ((FlowPane) line)
                        .alignmentProperty()
                        .bind(textAlignmentProperty()
                                .map(side -> side == TextAlignment.CENTER ? Pos.TOP_CENTER : Pos.TOP_LEFT)));
        lines.setMaxWidth(USE_PREF_SIZE);
        return lines;
    }
}
