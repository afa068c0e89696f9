package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Tick;
import coderbased.fx.text.BidiTextFlow;
import coderbased.fx.text.Emoji;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.SafeText;
import coderbased.fx.text.TextPiece;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * Text of a message, in its own direction, with time and tick in the lower corner.
 */
final class BubbleText extends StackPane {

    private static final int FOLDED_CHARACTERS = 900;
    private static final int FOLDED_LINES = 18;
    private static final double JUMBO_EMOJI_SIZE = 40;

    private final TextFlow flow = new TextFlow();
    private final BubbleCommands commands;
    private final BubbleFoot foot;

    BubbleText(Bubble bubble, BubbleCommands commands) {
        this.commands = commands;
        this.foot = new BubbleFoot(bubble.foot());
        String shown = SafeText.message(bubble.text());
        List<Emoji> jumbo = TextPiece.onlyEmoji(shown);
        if (!jumbo.isEmpty()) {
            jumbo.forEach(emoji -> flow.getChildren().add(EmojiPictures.view(emoji, JUMBO_EMOJI_SIZE)));
        } else {
            boolean folded = isLong(shown) && !commands.unfolded(bubble);
            String text = folded ? folded(shown) + "… " : shown;
            if (BidiTextFlow.isNeeded(shown)) {
                footBelow(bubble, new BidiTextFlow(text, "bubble-text", this::link), folded);
                return;
            }
            addPieces(text);
            if (folded) {
                flow.getChildren().add(readMore(bubble));
            }
        }
        getChildren().add(new FootedText(flow, foot));
    }

    /** Shows a new tick. */
    void show(Tick reached) {
        foot.show(reached);
    }

    /** Puts the corner below right-to-left text, which is wrapped word by word and leaves no gap. */
    private void footBelow(Bubble bubble, BidiTextFlow words, boolean folded) {
        HBox corner = new HBox(foot);
        corner.setAlignment(Pos.CENTER_RIGHT);
        VBox column = new VBox(words, corner);
        if (folded) {
            column.getChildren().add(1, readMore(bubble));
        }
        column.setNodeOrientation(words.getNodeOrientation());
        getChildren().add(column);
    }

    private void addPieces(String text) {
        for (TextPiece piece : TextPiece.of(text)) {
            flow.getChildren()
                    .add(
                            switch (piece) {
                                case TextPiece.Words words -> BidiTextFlow.word(words.text(), "bubble-text");
                                case TextPiece.Link link -> link(link);
                                case TextPiece.Picture picture -> EmojiPictures.inText(picture.emoji());
                            });
        }
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

    private Hyperlink readMore(Bubble bubble) {
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
