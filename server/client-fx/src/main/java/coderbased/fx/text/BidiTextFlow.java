package coderbased.fx.text;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * Text that runs from right to left, wholly or in part, wrapped word by word.
 *
 * <p>JavaFX fails to wrap such text on Linux: {@code PrismTextLayout.computeTrailingSpaceWidth} reads before the start
 * of the text during the window's layout, so a single message could leave the whole window undrawn. Text that JavaFX
 * does not wrap is not affected.
 */
public final class BidiTextFlow extends VBox {

    private static final int MAX_WORD_CHARS = 40;

    private final DrawnText drawn = new DrawnText();

    /** @param styleClass of each word */
    public BidiTextFlow(String text, String styleClass) {
        this(text, styleClass, link -> word(link.text(), styleClass));
    }

    /** @param links makes a node that can be pressed */
    public BidiTextFlow(String text, String styleClass, Function<TextPiece.Link, Node> links) {
        boolean leftToRight = isLeftToRight(text);
        setNodeOrientation(leftToRight ? NodeOrientation.LEFT_TO_RIGHT : NodeOrientation.RIGHT_TO_LEFT);
        setMinWidth(0);
        for (String line : text.split("\n", -1)) {
            if (!getChildren().isEmpty()) {
                drawn.breakLine();
            }
            FittedFlow words = new FittedFlow();
            if (line.isEmpty()) {
                words.getChildren().add(drawn.add(word(" ", styleClass), ""));
            }
            TextPiece.of(line)
                    .forEach(piece -> words.getChildren().addAll(nodes(piece, leftToRight, styleClass, links)));
            getChildren().add(words);
        }
    }

    /** Returns the nodes with their text. */
    public DrawnText drawn() {
        return drawn;
    }

    /** True if a part of the text runs from right to left. */
    public static boolean isNeeded(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** True if the text as a whole runs from left to right. */
    static boolean isLeftToRight(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
    }

    private List<Node> nodes(
            TextPiece piece, boolean leftToRight, String styleClass, Function<TextPiece.Link, Node> links) {
        return switch (piece) {
            case TextPiece.Picture picture -> List.of(drawn.add(EmojiPictures.inText(picture.emoji()), piece.text()));
            case TextPiece.Link link -> List.of(drawn.add(links.apply(link), piece.text()));
            case TextPiece.Words words -> words(words.text(), leftToRight, styleClass);
        };
    }

    private List<Node> words(String text, boolean leftToRight, String styleClass) {
        return chunks(text, leftToRight).stream()
                .map(chunk -> drawn.add(word(chunk, styleClass), chunk))
                .toList();
    }

    /** Returns a piece of text as a node. */
    public static Node word(String text, String styleClass) {
        Text word = new Text(text);
        word.getStyleClass().add(styleClass);
        return word;
    }

    /**
     * Splits a text into words. A run against the text's direction stays whole, because its words are in reverse order.
     */
    public static List<String> chunks(String text, boolean leftToRight) {
        List<String> chunks = new ArrayList<>();
        Bidi bidi = new Bidi(text, leftToRight ? Bidi.DIRECTION_LEFT_TO_RIGHT : Bidi.DIRECTION_RIGHT_TO_LEFT);
        for (int run = 0; run < bidi.getRunCount(); run++) {
            String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            boolean along = bidi.getRunLevel(run) % 2 == bidi.getBaseLevel();
            if (!along && part.length() <= MAX_WORD_CHARS) {
                chunks.add(part);
            } else {
                for (String word : part.split("(?<=\\S\\s{1,9})(?=\\S)")) {
                    cut(word, chunks);
                }
            }
        }
        return chunks;
    }

    /** Cuts words that are too long for a line. */
    private static void cut(String word, List<String> chunks) {
        String rest = word;
        while (rest.length() > MAX_WORD_CHARS) {
            int end = Character.isHighSurrogate(rest.charAt(MAX_WORD_CHARS - 1)) ? MAX_WORD_CHARS - 1 : MAX_WORD_CHARS;
            chunks.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        chunks.add(rest);
    }
}
