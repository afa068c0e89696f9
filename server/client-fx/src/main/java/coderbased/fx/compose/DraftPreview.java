package coderbased.fx.compose;

import coderbased.fx.text.BidiTextFlow;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.text.SafeText;
import coderbased.fx.text.TextPiece;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/**
 * Preview of a text with emoji: on most systems the text field draws boxes in their place. Shows the end of the text,
 * at most two lines.
 */
final class DraftPreview extends StackPane {

    private static final int MAX_CHARS = 160;
    private static final double MAX_HEIGHT = 46;

    private final TextFlow flow = new TextFlow();

    DraftPreview(ObservableValue<String> draft) {
        setId("draft-preview");
        getStyleClass().add("draft-preview");
        setMaxHeight(MAX_HEIGHT);
        setMinHeight(USE_PREF_SIZE);
        Rectangle visible = new Rectangle();
        visible.widthProperty().bind(widthProperty());
        visible.heightProperty().bind(heightProperty());
        setClip(visible);
        getChildren().add(flow);
        setFocusTraversable(false);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        draft.subscribe(this::show);
    }

    private void show(String draft) {
        List<TextPiece> pieces =
                EmojiWords.mayHoldEmoji(draft) ? TextPiece.of(SafeText.message(end(draft))) : List.of();
        boolean any = pieces.stream().anyMatch(TextPiece.Picture.class::isInstance);
        boolean words = any && BidiTextFlow.isNeeded(draft);
        flow.getChildren()
                .setAll(any && !words ? pieces.stream().map(DraftPreview::node).toList() : List.of());
        getChildren().setAll(words ? new BidiTextFlow(SafeText.message(end(draft)), DraftPreview::node) : flow);
        setVisible(any);
    }

    private static Node node(TextPiece piece) {
        return switch (piece) {
            case TextPiece.Words words -> BidiTextFlow.word(words.text(), "bubble-text");
            case TextPiece.Link link -> BidiTextFlow.word(link.text(), "bubble-text");
            case TextPiece.Picture picture -> EmojiPictures.inText(picture.emoji());
        };
    }

    /** Returns the end of the text as one line, so that a short last line does not hide the text above it. */
    private static String end(String draft) {
        String line = draft.replace('\n', ' ').strip();
        if (line.length() <= MAX_CHARS) {
            return line;
        }
        int from = line.indexOf(' ', line.length() - MAX_CHARS);
        return "…" + line.substring(from < 0 ? line.length() - MAX_CHARS : from);
    }
}
