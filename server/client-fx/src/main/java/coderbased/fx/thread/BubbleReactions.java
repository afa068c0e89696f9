package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.Emoji;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.EmojiSet;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.text.FittedFlow;
import coderbased.fx.text.SafeText;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.Reaction;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Reactions of a message: one pill per emoji; a press adds or removes the user's own. */
final class BubbleReactions extends FittedFlow {

    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final double EMOJI_SIZE = 16;

    BubbleReactions(Bubble bubble, BubbleCommands commands) {
        getStyleClass().add("reactions");
        for (Reaction reaction : bubble.reactions()) {
            getChildren().add(pill(bubble, reaction, commands));
        }
    }

    private static Button pill(Bubble bubble, Reaction reaction, BubbleCommands commands) {
        int count = reaction.names().size();
        Button pill = new Button(count > 1 ? Integer.toString(count) : "", picture(reaction.emoji(), EMOJI_SIZE));
        pill.getStyleClass().setAll("reaction");
        pill.pseudoClassStateChanged(MINE, reaction.mine());
        String names = String.join(", ", reaction.names());
        pill.setTooltip(EmojiWords.tooltip(names));
        pill.setAccessibleText(
                MESSAGES.text("thread.reaction.spoken", "emoji", name(reaction.emoji()), "names", names));
        pill.setOnAction(e -> commands.react(bubble, reaction.emoji()));
        return pill;
    }

    /** Returns a picture of an emoji; its characters if it is unknown here. */
    static Node picture(String emoji, double size) {
        Emoji known = EmojiSet.all().of(emoji);
        if (known != null) {
            return EmojiPictures.view(known, size);
        }
        Label characters = new Label();
        EmojiWords.show(characters, SafeText.name(emoji));
        return characters;
    }

    /** Returns the name of an emoji. */
    static String name(String emoji) {
        Emoji known = EmojiSet.all().of(emoji);
        return known == null ? MESSAGES.text("thread.reaction") : known.name();
    }
}
