package coderbased.fx.text;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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

    /** @param draw makes the node of a word, a link or an emoji */
    public BidiTextFlow(String text, Function<TextPiece, Node> draw) {
        setNodeOrientation(orientation(text));
        boolean leftToRight = getNodeOrientation() == NodeOrientation.LEFT_TO_RIGHT;
        setMinWidth(0);
        for (String line : text.split("\n", -1)) {
            if (!getChildren().isEmpty()) {
                drawn.breakLine();
            }
            FittedFlow words = new FittedFlow();
            if (line.isEmpty()) {
                words.getChildren().add(drawn.add(draw.apply(new TextPiece.Words(" ")), ""));
            }
            TextPiece.of(line).stream()
                    .flatMap(piece -> parts(piece, leftToRight))
                    .forEach(part -> words.getChildren().add(drawn.add(draw.apply(part), part.text())));
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

    /** Returns the direction of the text as a whole. */
    public static NodeOrientation orientation(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight()
                ? NodeOrientation.LEFT_TO_RIGHT
                : NodeOrientation.RIGHT_TO_LEFT;
    }

    private static Stream<TextPiece> parts(TextPiece piece, boolean leftToRight) {
        return piece instanceof TextPiece.Words words
                ? chunks(words.text(), leftToRight).stream().map(TextPiece.Words::new)
                : Stream.of(piece);
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
                for (String word : part.split("(?<=\\s)(?=\\S)")) {
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
