package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Tick;
import coderbased.fx.text.RecentEmoji;
import coderbased.fx.text.SafeText;
import coderbased.fx.text.TextPiece;
import coderbased.fx.thread.ThreadRow.Bubble;
import coderbased.fx.thread.ThreadRow.File;
import java.net.URI;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;

/** Menu of a message: a row of quick reactions, then the other actions. */
final class BubbleMenu extends ContextMenu {

    private static final double EMOJI_SIZE = 24;

    private final Bubble bubble;
    private final ThreadCommands commands;

    BubbleMenu(Bubble bubble, ThreadCommands commands) {
        this.bubble = bubble;
        this.commands = commands;
        getStyleClass().add("message-menu");
        ThreadActions actions = commands.actions();
        boolean changeable = bubble.stored() && !actions.isBarred();
        if (changeable) {
            getItems().addAll(quickReactions(), new SeparatorMenuItem());
            add("menu-reply", MESSAGES.text("messageMenu.reply"), "mdi2r-reply", () -> actions.answer(bubble));
        }
        if (!bubble.text().isEmpty()) {
            if (commands.selection().isIn(bubble.key())) {
                String words = MESSAGES.text("messageMenu.copySelection");
                add("menu-copy-selection", words, "mdi2f-format-text", commands::copySelection);
            }
            add("menu-copy", MESSAGES.text("messageMenu.copy"), "mdi2c-content-copy", () -> commands.copy(bubble));
        }
        links().forEach(link -> add(
                "menu-link",
                MESSAGES.text("messageMenu.link", "host", link.getHost()),
                "mdi2o-open-in-new",
                () -> commands.openLink(link)));
        if (bubble.said() instanceof File file && bubble.seq() > 0) {
            add("menu-save", MESSAGES.text("messageMenu.save"), "mdi2d-download", () -> commands.saveAs(bubble, file));
            if (file.here() != null) {
                add(
                        "menu-folder",
                        MESSAGES.text("messageMenu.folder"),
                        "mdi2f-folder-outline",
                        () -> commands.showInFolder(file));
            }
        }
        if (changeable) {
            add("menu-forward", MESSAGES.text("messageMenu.forward"), "mdi2s-share", () -> commands.forward(bubble));
        }
        if (bubble.mine() && changeable) {
            addOwn(actions);
        } else if (bubble.stored()) {
            addInfo();
        }
        if (bubble.foot().tick() == Tick.REFUSED) {
            add("menu-retry", MESSAGES.text("messageMenu.retry"), "mdi2r-refresh", () -> actions.retry(bubble));
        }
        if (bubble.seq() == 0) {
            add("menu-cancel", MESSAGES.text("messageMenu.cancel"), "mdi2c-close", () -> actions.cancel(bubble));
        }
    }

    private void addOwn(ThreadActions actions) {
        if (actions.correctable(bubble)) {
            add("menu-edit", MESSAGES.text("messageMenu.edit"), "mdi2p-pencil-outline", () -> actions.correct(bubble));
        }
        addInfo();
        getItems().add(new SeparatorMenuItem());
        add("menu-delete", MESSAGES.text("messageMenu.delete"), "mdi2d-delete-outline", () -> actions.delete(bubble));
    }

    private void addInfo() {
        String words = MESSAGES.text("messageMenu.info");
        add("menu-info", words, "mdi2i-information-outline", () -> commands.showInfo(bubble));
    }

    private CustomMenuItem quickReactions() {
        HBox row = new HBox();
        row.getStyleClass().add("quick-reactions");
        for (String emoji : RecentEmoji.QUICK) {
            Button quick = new Button("", BubbleReactions.picture(emoji, EMOJI_SIZE));
            quick.getStyleClass().setAll("emoji-button");
            quick.setAccessibleText(MESSAGES.text("messageMenu.quickReaction", "emoji", BubbleReactions.name(emoji)));
            quick.setOnAction(e -> {
                hide();
                commands.react(bubble, emoji);
            });
            row.getChildren().add(quick);
        }
        Button more = Icons.button("menu-react", "mdi2p-plus", MESSAGES.text("messageMenu.react"));
        more.setOnAction(e -> {
            hide();
            commands.pickReaction(bubble);
        });
        row.getChildren().add(more);
        CustomMenuItem item = new CustomMenuItem(row, false);
        item.getStyleClass().add("quick-item");
        return item;
    }

    private List<URI> links() {
        return TextPiece.of(SafeText.message(bubble.text())).stream()
                .filter(TextPiece.Link.class::isInstance)
                .map(piece -> ((TextPiece.Link) piece).target())
                .distinct()
                .toList();
    }

    private void add(String id, String words, String icon, Runnable action) {
        MenuItem item = new MenuItem(words, Icons.icon(icon));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        getItems().add(item);
    }
}
