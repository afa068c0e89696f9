package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.Tick;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.text.FittedFlow;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import coderbased.fx.thread.ThreadRow.Going;
import coderbased.fx.thread.ThreadRow.Gone;
import coderbased.fx.thread.ThreadRow.Words;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One message: its bubble on its side, and reactions below. */
final class BubbleRow extends HBox {

    private static final double INSETS = 22;

    private final BubbleCommands commands;
    private Bubble bubble;
    private @Nullable BubbleText text;
    private boolean hasMenu;

    BubbleRow(Bubble bubble, ObservableDoubleValue widest, BubbleCommands commands) {
        this.bubble = bubble;
        this.commands = commands;
        getStyleClass().add("bubble-row");
        Pos side = bubble.mine() ? Pos.TOP_RIGHT : Pos.TOP_LEFT;
        setAlignment(side);
        VBox box = new VBox();
        box.getStyleClass().addAll("bubble", bubble.mine() ? "mine" : "theirs");
        if (bubble.first()) {
            getStyleClass().add("first");
            box.getStyleClass().add("first");
        }
        box.setCache(true); // drawn once, however often the messages around it move
        box.maxWidthProperty().bind(widest);
        fill(box, Bindings.subtract(widest, INSETS));
        HBox line = new HBox(box); // keeps the bubble's own width beside wider reactions
        line.setAlignment(side);
        VBox column = new VBox(line);
        if (!bubble.reactions().isEmpty()) {
            BubbleReactions reactions = new BubbleReactions(bubble, commands);
            reactions.maxWidthProperty().bind(widest);
            reactions.setAlignment(side);
            column.getChildren().add(reactions);
        }
        getChildren().add(column);
        hoverProperty().subscribe(this::offerMenu);
    }

    /**
     * Updates the tick of the same message, without drawing anything else again. Returns false, and does nothing, if
     * more has changed.
     */
    boolean become(Bubble now) {
        if (text == null || !bubble.goesOnAs(now)) {
            return false;
        }
        bubble = now;
        text.show(now.foot().tick());
        offerMenu(isHover());
        return true;
    }

    private void fill(VBox box, ObservableDoubleValue room) {
        if (bubble.sender() != null) {
            Label sender = styled(new Label(), "bubble-sender");
            sender.getStyleClass().add("person-" + bubble.sender().colour());
            EmojiWords.show(sender, bubble.sender().name());
            box.getChildren().add(sender);
        }
        if (bubble.forwarded()) {
            Label forwarded = styled(new Label(MESSAGES.text("thread.forwarded")), "bubble-note");
            forwarded.setGraphic(Icons.icon("mdi2s-share", "note-icon"));
            box.getChildren().add(forwarded);
        }
        if (bubble.quote() != null) {
            long seq = bubble.quote().seq();
            box.getChildren().add(new BubbleQuote(bubble.quote(), () -> commands.jumpTo(seq)));
        }
        switch (bubble.said()) {
            case Words _ -> {
                text = addText(box);
            }
            case File file -> addFile(box, file, room);
            case Gone _ -> box.getChildren().add(gone());
            case Going _ -> box.getChildren().add(going());
        }
        if (bubble.foot().refusal() != null) {
            box.getChildren().add(refusal(bubble.foot().refusal()));
        }
    }

    private void addFile(VBox box, File file, ObservableDoubleValue room) {
        box.getChildren()
                .add(
                        file.preview() == null
                                ? new BubbleFile(bubble, file, commands)
                                : new BubblePicture(bubble, file, file.preview(), room, commands));
        if (!file.caption().isBlank()) {
            addText(box);
        }
    }

    private BubbleText addText(VBox box) {
        BubbleText added = new BubbleText(bubble, commands);
        added.selectIn(box);
        box.getChildren().add(added);
        return added;
    }

    private HBox gone() {
        Label words =
                Parts.label(MESSAGES.text(bubble.mine() ? "thread.deletedByYou" : "thread.deleted"), "bubble-gone");
        words.setGraphic(Icons.icon("mdi2c-cancel", "note-icon"));
        HBox line = new HBox(words, new BubbleFoot(bubble.foot()));
        line.getStyleClass().add("bubble-beside");
        return line;
    }

    private FittedFlow going() {
        Hyperlink undo = new Hyperlink(MESSAGES.text("thread.undoDelete"));
        undo.setId("undo-delete");
        undo.setAccessibleText(MESSAGES.text("thread.undoDelete.spoken"));
        undo.setOnAction(e -> commands.undoDelete(bubble));
        return beside(styled(new Label(MESSAGES.text("thread.deleting")), "bubble-gone"), undo);
    }

    private VBox refusal(String why) {
        Label words = Parts.label(why, "bubble-refusal");
        Hyperlink again = new Hyperlink(MESSAGES.text("thread.retry"));
        again.setOnAction(e -> commands.retry(bubble));
        boolean stored = bubble.seq() > 0;
        Hyperlink away = new Hyperlink(MESSAGES.text(stored ? "thread.dismiss" : "thread.remove"));
        away.setOnAction(e -> {
            if (stored) {
                commands.dismiss(bubble);
            } else {
                commands.cancel(bubble);
            }
        });
        return new VBox(words, beside(again, away));
    }

    /** Creates the menu button on first use: most messages never need it. */
    private void offerMenu(boolean wanted) {
        boolean any = bubble.stored() || bubble.foot().tick() == Tick.REFUSED;
        if (wanted && any && !hasMenu) {
            hasMenu = true;
            getChildren().add(bubble.mine() ? 0 : 1, menuButton());
        }
    }

    private Button menuButton() {
        Button menu = Icons.button("bubble-menu", "mdi2d-dots-horizontal", MESSAGES.text("thread.more"));
        menu.getStyleClass().add("bubble-menu");
        menu.setFocusTraversable(false); // the list's keys open the same menu
        menu.setOnAction(e -> commands.showMenu(bubble, menu));
        return menu;
    }

    private static FittedFlow beside(Node left, Node right) {
        FittedFlow line = new FittedFlow();
        line.getChildren().addAll(left, right);
        line.getStyleClass().add("bubble-beside");
        return line;
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        return label;
    }
}
