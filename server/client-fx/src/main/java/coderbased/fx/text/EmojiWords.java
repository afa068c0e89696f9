package coderbased.fx.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One line of text with emoji as pictures, because a label draws boxes in their place on most systems. The label keeps
 * its text for screen readers; the line has the label's font and colour. See {@link WrappedLabel} for several lines.
 */
public final class EmojiWords {

    private static final char FIRST_OF_SYMBOLS = 0x2000;

    /** Size of a picture and its depth below the line, in sizes of the font. */
    private static final double SIZE = 1.22;

    private static final double DROP = 0.24;

    private EmojiWords() {}

    /** Shows a text on a label, with pictures in place of its emoji. */
    public static void show(Labeled label, String text) {
        label.setText(text);
        show(label, anyIn(text) ? line(label, text) : null);
    }

    /** Returns a tooltip, with pictures in place of the emoji of its text. */
    public static Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        if (anyIn(text)) {
            Label label = new Label();
            show(label, text);
            tooltip.setGraphic(label);
            tooltip.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        }
        return tooltip;
    }

    /** True if the text has emoji. */
    static boolean anyIn(String text) {
        return mayHoldEmoji(text) && TextPiece.of(text).stream().anyMatch(TextPiece.Picture.class::isInstance);
    }

    /** False if the text certainly has no emoji; very fast. */
    public static boolean mayHoldEmoji(String text) {
        return text.chars().anyMatch(c -> c >= FIRST_OF_SYMBOLS || c == '\u00A9' || c == '\u00AE');
    }

    /** Shows a node in place of the text; null shows the text. */
    static void show(Labeled label, @Nullable Region drawn) {
        label.setGraphic(drawn);
        label.setContentDisplay(drawn == null ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        label.setClip(drawn == null ? null : new Edge(label));
    }

    private static Region line(Labeled label, String text) {
        List<Node> pieces = TextPiece.of(text).stream()
                .map(piece -> piece instanceof TextPiece.Picture picture
                        ? picture(label, picture.emoji(), false)
                        : words(label, piece.text()))
                .toList();
        return new DottedLine(pieces, words(label, "…"), BidiTextFlow.orientation(text));
    }

    /**
     * Returns a piece of a text as a node, in the label's font and colour.
     *
     * @param low true if a picture stands on the line of the text, so that it has to be moved down
     */
    static Node text(Labeled label, TextPiece piece, boolean low) {
        if (piece instanceof TextPiece.Picture picture) {
            return picture(label, picture.emoji(), low);
        }
        Text words = new Text(piece.text());
        words.getStyleClass().add("text");
        words.fontProperty().bind(label.fontProperty());
        words.fillProperty().bind(label.textFillProperty());
        return words;
    }

    private static ImageView picture(Labeled label, Emoji emoji, boolean low) {
        ImageView view = EmojiPictures.view(emoji, 0);
        view.fitWidthProperty().bind(label.fontProperty().map(font -> font.getSize() * SIZE));
        view.fitHeightProperty().bind(view.fitWidthProperty());
        if (low) {
            view.translateYProperty().bind(label.fontProperty().map(font -> font.getSize() * DROP));
        }
        return view;
    }

    private static Label words(Labeled label, String text) {
        Label words = new Label(text);
        words.getStyleClass().clear();
        words.fontProperty().bind(label.fontProperty());
        words.textFillProperty().bind(label.textFillProperty());
        return words;
    }

    /** Clips what does not fit. */
    private static final class Edge extends Rectangle {

        Edge(Labeled label) {
            widthProperty().bind(label.widthProperty());
            heightProperty().bind(label.heightProperty());
        }
    }
}
