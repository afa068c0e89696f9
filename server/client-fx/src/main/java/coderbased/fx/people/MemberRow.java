package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Face;
import coderbased.fx.Icons;
import coderbased.fx.people.GroupViewModel.Member;
import coderbased.fx.text.EmojiWords;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Row of a group member, with a menu of actions. */
final class MemberRow extends HBox {

    private final GroupViewModel viewModel;
    private final Consumer<String> write;
    private final Consumer<Member> remove;

    /**
     * Shows a member.
     *
     * @param write opens the chat with an account
     * @param remove removes the member, after a question
     */
    MemberRow(Member member, GroupViewModel viewModel, Consumer<String> write, Consumer<Member> remove) {
        this.viewModel = viewModel;
        this.remove = remove;
        this.write = write;
        getStyleClass().addAll("row", "member-row");
        Label name = label(member.reader() ? MESSAGES.text("people.you") : member.name(), "row-title");
        Label detail = label(member.presence().isEmpty() ? "@" + member.handle() : member.presence(), "row-preview");
        VBox words = new VBox(name, detail);
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Avatar(Face.of(member.accountId(), member.name())), words);
        if (member.admin()) {
            Label admin = label(MESSAGES.text("group.member.admin"), "admin-mark");
            admin.setMinWidth(USE_PREF_SIZE);
            getChildren().add(admin);
        }
        if (!member.reader() && !viewModel.readOnly().get()) {
            getChildren().add(more(member));
        }
    }

    private Button more(Member member) {
        Button more = Icons.button(
                "member-more", "mdi2d-dots-vertical", MESSAGES.text("group.member.actions", "name", member.name()));
        more.getStyleClass().add("member-more");
        more.setOnAction(e -> menu(member).show(more, Side.BOTTOM, 0, 0));
        return more;
    }

    private ContextMenu menu(Member member) {
        ContextMenu menu = new ContextMenu(
                item("member-write", MESSAGES.text("group.member.write"), () -> write.accept(member.accountId())));
        if (viewModel.admin().get() && member.invited()) {
            menu.getItems()
                    .add(item("member-remove", MESSAGES.text("group.member.withdraw"), () -> viewModel.remove(member)));
        } else if (viewModel.admin().get()) {
            menu.getItems()
                    .addAll(
                            member.admin()
                                    ? item(
                                            "member-admin",
                                            MESSAGES.text("group.member.unmakeAdmin"),
                                            () -> viewModel.setAdmin(member, false))
                                    : item(
                                            "member-admin",
                                            MESSAGES.text("group.member.makeAdmin"),
                                            () -> viewModel.setAdmin(member, true)),
                            item("member-remove", MESSAGES.text("group.member.remove"), () -> remove.accept(member)));
        }
        return menu;
    }

    private static MenuItem item(String id, String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> action.run());
        return item;
    }

    private static Label label(String words, String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        EmojiWords.show(label, words);
        return label;
    }
}
