package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.MenuCell;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** Context menu of a conversation in the list. */
final class ConversationMenu {

    private final ConversationActions actions;
    private final ChatCommands commands;

    ConversationMenu(ConversationActions actions, ChatCommands commands) {
        this.actions = actions;
        this.commands = commands;
    }

    void show(Node over, ListRow.Conversation row, double screenX, double screenY) {
        ContextMenu menu = of(row);
        menu.setId("conversation-menu");
        MenuCell.show(menu, over, screenX, screenY);
    }

    private ContextMenu of(ListRow.Conversation row) {
        String id = row.id();
        MenuItem info = item("menu-info", MESSAGES.text("listMenu.info"), () -> commands.info(id));
        if (actions.isBarred()) {
            return new ContextMenu(info);
        }
        ListRow.Keeping keeping = row.keeping();
        long newest = actions.newest(id); // as of the moment when the user saw the number of unread messages
        MenuItem read = item("menu-read", MESSAGES.text("listMenu.read"), () -> actions.markRead(id, newest));
        read.setDisable(row.unread() == 0);
        return new ContextMenu(
                info,
                read,
                new SeparatorMenuItem(),
                keeping.pinned()
                        ? item("menu-pin", MESSAGES.text("listMenu.unpin"), () -> actions.pin(id, false))
                        : item("menu-pin", MESSAGES.text("listMenu.pin"), () -> actions.pin(id, true)),
                keeping.muted()
                        ? item("menu-mute", MESSAGES.text("listMenu.unmute"), () -> actions.unmute(id))
                        : mute(id),
                keeping.archived()
                        ? item("menu-archive", MESSAGES.text("listMenu.unarchive"), () -> actions.archive(id, false))
                        : item("menu-archive", MESSAGES.text("listMenu.archive"), () -> actions.archive(id, true)));
    }

    private Menu mute(String id) {
        Menu mute = new Menu(MESSAGES.text("listMenu.mute"));
        mute.setId("menu-mute");
        for (MuteFor how : MuteFor.values()) {
            mute.getItems()
                    .add(item(
                            "menu-mute-" + how.name().toLowerCase(java.util.Locale.ROOT),
                            how.label(),
                            () -> actions.mute(id, how)));
        }
        return mute;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }
}
