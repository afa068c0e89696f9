package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.BidiTextFlow;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.text.TextPiece;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Row of a search hit: at most two lines of a message, with the search words highlighted. */
final class FoundRowView extends HBox {

    private static final double EMOJI_SIZE = 15;

    FoundRowView(ListRow.Message row) {
        getStyleClass().addAll("row", "found-row");
        Label title = ConversationRowView.label("row-title");
        EmojiWords.show(title, row.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label time = ConversationRowView.label("row-time");
        time.setText(row.time());
        time.setMinWidth(USE_PREF_SIZE);
        VBox words = new VBox(ConversationRowView.line(title, time), words(row));
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().add(words);
    }

    private static Pane words(ListRow.Message row) {
        String text = text(row);
        Pane flow = BidiTextFlow.isNeeded(text)
                ? new OneLine(BidiTextFlow.orientation(text)) // see BidiTextFlow
                : new TwoLines();
        flow.getStyleClass().add("found-words");
        for (ListRow.Piece piece : row.words()) {
            for (TextPiece part : TextPiece.of(piece.text())) {
                flow.getChildren().add(node(part, piece.marked() ? "found-mark" : "found-text"));
            }
        }
        return flow;
    }

    private static Node node(TextPiece part, String styleClass) {
        Text text = new Text();
        text.getStyleClass().add(styleClass);
        switch (part) {
            case TextPiece.Words words -> text.setText(words.text());
            case TextPiece.Link link -> text.setText(link.text());
            case TextPiece.Picture picture -> {
                return EmojiPictures.inText(picture.emoji(), EMOJI_SIZE);
            }
        }
        return text;
    }

    /** Returns the whole row for a screen reader. */
    static String spoken(ListRow.Message row) {
        return MESSAGES.text("search.message.spoken", "title", row.title(), "text", text(row), "time", row.time());
    }

    private static String text(ListRow.Message row) {
        return row.words().stream().map(ListRow.Piece::text).collect(Collectors.joining());
    }

    /** Line of text that is cut off at the end of the row. */
    private static final class OneLine extends HBox {

        private final Rectangle clip = new Rectangle();

        OneLine(NodeOrientation orientation) {
            setMinWidth(0);
            setNodeOrientation(orientation);
            clip.widthProperty().bind(widthProperty());
            clip.heightProperty().bind(heightProperty());
            setClip(clip);
        }
    }

    /** Text of which two whole lines are shown, whatever the height of its fonts. */
    private static final class TwoLines extends TextFlow {

        private final Rectangle clip = new Rectangle();

        TwoLines() {
            clip.widthProperty().bind(widthProperty());
            setClip(clip);
            setMinHeight(USE_PREF_SIZE);
            setMaxHeight(USE_PREF_SIZE);
        }

        @Override
        protected double computePrefHeight(double width) {
            return 2 * super.computePrefHeight(USE_COMPUTED_SIZE);
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            var lines = getLayoutInfo().getTextLines(false);
            clip.setHeight(
                    lines.isEmpty()
                            ? 0
                            : lines.get(Math.min(1, lines.size() - 1)).bounds().getMaxY());
        }
    }
}
