package coderbased.fx.text;

import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Rectangle;

/**
 * One line of text with emoji as pictures, because a label draws boxes in their place on most systems. The label keeps
 * its text for screen readers.
 */
public final class EmojiWords {

    private static final char FIRST_OF_SYMBOLS = 0x2000;

    private EmojiWords() {}

    /**
     * Shows a text on a label, with pictures in place of its emoji.
     *
     * @param size of a picture, in pixels
     */
    public static void show(Label label, String text, double size) {
        label.setText(text);
        List<TextPiece> pieces = mayHoldEmoji(text) ? TextPiece.of(text) : List.of();
        boolean any = pieces.stream().anyMatch(TextPiece.Picture.class::isInstance);
        label.setGraphic(any ? line(label, pieces, size) : null);
        label.setContentDisplay(any ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        label.setClip(any ? new Edge(label) : null);
    }

    /** False if the text certainly has no emoji; very fast. */
    public static boolean mayHoldEmoji(String text) {
        return text.chars().anyMatch(c -> c >= FIRST_OF_SYMBOLS || c == '\u00A9' || c == '\u00AE');
    }

    private static HBox line(Label label, List<TextPiece> pieces, double size) {
        HBox line = new HBox();
        line.getStyleClass().add("emoji-words");
        line.setMinWidth(0);
        pieces.forEach(piece -> line.getChildren().add(node(label, piece, size)));
        line.getChildren().stream()
                .filter(Label.class::isInstance)
                .map(Label.class::cast)
                .max(Comparator.comparingInt(words -> words.getText().length()))
                .ifPresent(longest -> longest.setMinWidth(0)); // ends in dots where there is too little room
        return line;
    }

    private static Node node(Label label, TextPiece piece, double size) {
        return switch (piece) {
            case TextPiece.Picture picture -> EmojiPictures.view(picture.emoji(), size);
            case TextPiece.Words words -> words(label, words.text());
            case TextPiece.Link link -> words(label, link.text());
        };
    }

    private static Label words(Label label, String text) {
        Label words = new Label(text);
        words.getStyleClass().setAll(label.getStyleClass());
        words.setMinWidth(Label.USE_PREF_SIZE);
        return words;
    }

    /** Clips what does not fit. */
    private static final class Edge extends Rectangle {

        Edge(Label label) {
            widthProperty().bind(label.widthProperty());
            heightProperty().bind(label.heightProperty());
        }
    }
}
