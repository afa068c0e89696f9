package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Face;
import coderbased.fx.Icons;
import coderbased.fx.MenuCell;
import coderbased.fx.text.EmojiWords;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Cell for one row of the conversation list; a click selects it. */
final class ConversationCell extends MenuCell<ListRow> {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");

    private final ConversationRowView conversation = new ConversationRowView();
    private final BiConsumer<ListRow.Invitation, Boolean> answer;

    /** @param answer answers an invitation: true to accept */
    ConversationCell(Consumer<ListRow> pick, BiConsumer<ListRow.Invitation, Boolean> answer, ConversationMenu menu) {
        this.answer = answer;
        getStyleClass().add("conversation-cell");
        setOnMouseClicked(e -> {
            ListRow row = getItem();
            if (row != null && !(row instanceof ListRow.Invitation) && e.getButton() == MouseButton.PRIMARY) {
                pick.accept(row);
            }
        });
        setOnContextMenuRequested(e -> {
            if (getItem() instanceof ListRow.Conversation row) {
                menu.show(this, row, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
    }

    /** Returns 0, so that the cell is as wide as the list: long names end in dots and cause no scroll bar. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void updateItem(@Nullable ListRow row, boolean empty) {
        super.updateItem(row, empty);
        ListRow shown = empty ? null : row;
        setGraphic(shown == null ? null : draw(shown));
        setAccessibleText(shown == null ? "" : words(shown));
        pseudoClassStateChanged(OPEN, shown instanceof ListRow.Conversation c && c.open());
        pseudoClassStateChanged(
                UNREAD,
                shown instanceof ListRow.Conversation c
                        && c.unread() > 0
                        && !c.keeping().muted());
        setMouseTransparent(shown == null || !shown.choosable());
    }

    private Node draw(ListRow row) {
        return switch (row) {
            case ListRow.Heading heading -> styled(heading.label(), "list-heading");
            case ListRow.Note note -> styled(note.words(), "list-note");
            case ListRow.Invitation invitation -> new InvitationRowView(invitation, answer);
            case ListRow.Archive archive -> archive(archive);
            case ListRow.Conversation shown -> {
                conversation.show(shown);
                yield conversation;
            }
            case ListRow.Person person -> person(person);
            case ListRow.Message message -> new FoundRowView(message);
            case ListRow.More _ -> styled(MESSAGES.text("search.more"), "list-more");
        };
    }

    private static HBox archive(ListRow.Archive archive) {
        Label words = styled(MESSAGES.text("list.archive"), "archive-words");
        words.setGraphic(Icons.icon("mdi2a-archive-outline"));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        int shown = archive.unread() > 0 ? archive.unread() : archive.conversations();
        Label count = styled(Integer.toString(shown), archive.unread() > 0 ? "unread-badge" : "archive-count");
        HBox row = new HBox(words, count);
        row.getStyleClass().addAll("row", "archive-row");
        return row;
    }

    private static HBox person(ListRow.Person person) {
        VBox words = new VBox(styled(person.name(), "row-title"), styled("@" + person.handle(), "row-preview"));
        words.getStyleClass().add("row-words");
        HBox row = new HBox(new Avatar(Face.of(person.accountId(), person.name())), words);
        row.getStyleClass().add("row");
        return row;
    }

    private static Label styled(String words, String styleClass) {
        Label label = ConversationRowView.label(styleClass);
        EmojiWords.show(label, words);
        return label;
    }

    private static String words(ListRow row) {
        return switch (row) {
            case ListRow.Heading heading -> heading.label();
            case ListRow.Note note -> note.words();
            case ListRow.Invitation invitation ->
                MESSAGES.text(
                        invitation.answered() ? "invitation.answered.spoken" : "invitation.spoken",
                        "words",
                        invitation.words(),
                        "size",
                        invitation.size());
            case ListRow.Archive archive -> MESSAGES.text("list.archive.spoken", "count", archive.conversations());
            case ListRow.Person person -> MESSAGES.text("search.person.spoken", "name", person.name());
            case ListRow.Message message -> FoundRowView.spoken(message);
            case ListRow.More _ -> MESSAGES.text("search.more");
            case ListRow.Conversation shown -> ConversationRowView.words(shown);
        };
    }
}
