package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Tick;
import coderbased.fx.text.BidiTextFlow;
import coderbased.fx.text.DrawnText;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.SafeText;
import coderbased.fx.text.TextPiece;
import coderbased.fx.thread.ThreadRow.Bubble;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text of a message, in its own direction, with time and tick in the lower corner.
 */
final class BubbleText extends StackPane implements SelectableText {

    private static final int FOLDED_CHARACTERS = 900;
    private static final int FOLDED_LINES = 18;

    /** Distance above the text, in pixels, from which a press still selects in it. */
    private static final double REACH = 6;

    private static final double JUMBO_EMOJI_SIZE = 40;

    private final TextFlow flow = new TextFlow();
    private final SelectionShape selected = new SelectionShape();
    private final Bubble bubble;
    private final DrawnText drawn;
    private final BubbleCommands commands;
    private final BubbleFoot foot;
    private int selectedFrom;
    private int selectedTo;

    BubbleText(Bubble bubble, BubbleCommands commands) {
        this.bubble = bubble;
        this.commands = commands;
        this.foot = new BubbleFoot(bubble.foot());
        getStyleClass().add("bubble-words");
        setCursor(Cursor.TEXT);
        drawn = draw();
        commands.selection().resume(this);
    }

    private DrawnText draw() {
        String shown = SafeText.message(bubble.text());
        boolean jumbo = !TextPiece.onlyEmoji(shown).isEmpty();
        boolean folded = !jumbo && isLong(shown) && !commands.unfolded(bubble);
        String text = jumbo ? shown.strip() : folded ? folded(shown) : shown;
        if (BidiTextFlow.isNeeded(shown)) {
            BidiTextFlow words = new BidiTextFlow(text, this::sideways);
            footBelow(words, folded);
            return words.drawn();
        }
        DrawnText pieces = new DrawnText();
        TextPiece.of(text).forEach(piece -> flow.getChildren().add(pieces.add(node(piece, jumbo), piece.text())));
        if (folded) {
            flow.getChildren().addAll(BidiTextFlow.word("… ", "bubble-text"), readMore());
        }
        getChildren().add(new FootedText(flow, foot));
        return pieces;
    }

    /** Returns the text and the nodes that draw it. */
    @Override
    public DrawnText drawn() {
        return drawn;
    }

    /** Returns the key of the message. */
    @Override
    public String messageKey() {
        return bubble.key();
    }

    /** True if the other node draws the same text of the same message. */
    @Override
    public boolean isSame(SelectableText other) {
        return messageKey().equals(other.messageKey())
                && drawn.text().equals(other.drawn().text());
    }

    /** True if it draws the text that the message has now. */
    @Override
    public boolean isTextOf(Bubble now) {
        return bubble.key().equals(now.key()) && bubble.text().equals(now.text());
    }

    /** Marks the characters between two boundaries as selected. */
    @Override
    public void showSelection(int from, int to) {
        selectedFrom = from;
        selectedTo = to;
        if (selected.getParent() == null) {
            getChildren().addFirst(selected); // most messages never need it
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (selected.getParent() == null) {
            return;
        }
        getManagedChildren().forEach(child -> ((Parent) child).layout()); // the selection lies where they are now
        selected.cover(drawn.boxes(selectedFrom, selectedTo));
    }

    /** Lets the mouse select in this text, from anywhere in its bubble that is not above it. */
    void selectIn(Node area) {
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, press -> {
            if (press.getButton() != MouseButton.PRIMARY
                    || sceneToLocal(scenePoint(press)).getY() < -REACH) {
                return;
            }
            if (press.isShiftDown()) {
                commands.selection().extend(this, drawn.at(scenePoint(press)));
            } else {
                commands.selection().begin(this, drawn.at(scenePoint(press)), press.getClickCount());
            }
        });
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, drag -> {
            if (drag.getButton() == MouseButton.PRIMARY) {
                commands.selection().extend(this, drawn.at(scenePoint(drag)));
            }
        });
    }

    private static Point2D scenePoint(MouseEvent event) {
        return new Point2D(event.getSceneX(), event.getSceneY());
    }

    /** Shows a new tick. */
    void show(Tick reached) {
        foot.show(reached);
    }

    /** Puts the corner below right-to-left text, which is wrapped word by word and leaves no gap. */
    private void footBelow(BidiTextFlow words, boolean folded) {
        HBox corner = new HBox(foot);
        corner.setAlignment(Pos.CENTER_RIGHT);
        VBox column = new VBox(words, corner);
        if (folded) {
            column.getChildren().add(1, new TextFlow(BidiTextFlow.word("… ", "bubble-text"), readMore()));
        }
        column.setNodeOrientation(words.getNodeOrientation());
        getChildren().add(column);
    }

    private Node node(TextPiece piece, boolean jumbo) {
        return switch (piece) {
            case TextPiece.Words words -> BidiTextFlow.word(words.text(), "bubble-text");
            case TextPiece.Link link -> link(link);
            case TextPiece.Picture picture ->
                jumbo ? EmojiPictures.view(picture.emoji(), JUMBO_EMOJI_SIZE) : EmojiPictures.inText(picture.emoji());
        };
    }

    /** Returns a node for text from right to left, which centres pictures in the line. */
    private Node sideways(TextPiece piece) {
        Node node = node(piece, false);
        node.setTranslateY(0);
        return node;
    }

    /** Returns a link as a text node: only a text breaks within a word that is too long for a line. */
    private Node link(TextPiece.Link link) {
        Text text = new Text(link.text());
        text.getStyleClass().addAll("bubble-text", "bubble-link");
        text.setCursor(Cursor.HAND);
        Tooltip.install(text, new Tooltip(link.target().toString()));
        text.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY && click.isStillSincePress()) {
                commands.openLink(link.target());
            }
        });
        return text;
    }

    private Hyperlink readMore() {
        Hyperlink more = new Hyperlink(MESSAGES.text("thread.readMore"));
        more.getStyleClass().add("read-more");
        more.setOnAction(e -> commands.unfold(bubble));
        return more;
    }

    private static boolean isLong(String text) {
        return text.length() > FOLDED_CHARACTERS * 4 / 3 || text.lines().count() > FOLDED_LINES * 4 / 3;
    }

    private static String folded(String text) {
        String lines = String.join("\n", text.lines().limit(FOLDED_LINES).toList());
        int most = Math.min(FOLDED_CHARACTERS, lines.length());
        return lines.substring(0, Character.isHighSurrogate(lines.charAt(most - 1)) ? most - 1 : most);
    }
}
