package coderbased.fx;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Draws one row of the conversation list; a click picks it. */
final class ConversationCell extends ListCell<ListRow> {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final int MOST_SHOWN = 99;

    ConversationCell(Consumer<ListRow> pick) {
        getStyleClass().add("conversation-cell");
        setOnMouseClicked(e -> {
            ListRow row = getItem();
            if (row != null) {
                pick.accept(row);
            }
        });
    }

    /** As wide as the list, never wider: long names end in dots instead of a scroll bar. */
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
        pseudoClassStateChanged(UNREAD, shown instanceof ListRow.Conversation c && c.unread() > 0);
        setMouseTransparent(shown == null || shown instanceof ListRow.Heading);
    }

    private static Node draw(ListRow row) {
        return switch (row) {
            case ListRow.Heading heading -> styled(new Label(heading.label()), "list-heading");
            case ListRow.Conversation conversation ->
                row(conversation.title(), titleLine(conversation), previewLine(conversation));
            case ListRow.Person person ->
                row(
                        person.name(),
                        styled(new Label(person.name()), "row-title"),
                        styled(new Label("@" + person.handle()), "row-preview"));
        };
    }

    private static HBox row(String name, Node top, Node bottom) {
        VBox words = new VBox(top, bottom);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new Avatar(name), words);
        row.getStyleClass().add("row");
        return row;
    }

    private static HBox titleLine(ListRow.Conversation conversation) {
        Label title = styled(new Label(conversation.title()), "row-title");
        Label time = styled(new Label(conversation.time()), "row-time");
        return line(title, time);
    }

    private static HBox previewLine(ListRow.Conversation conversation) {
        Label preview = styled(new Label(conversation.preview()), "row-preview");
        if (conversation.tick() != Tick.NONE) {
            preview.setGraphic(Icons.icon(conversation.tick().icon(), "tick", tickStyle(conversation.tick())));
        }
        Label badge = styled(new Label(badge(conversation.unread())), "unread-badge");
        badge.setVisible(conversation.unread() > 0);
        badge.setManaged(conversation.unread() > 0);
        return line(preview, badge);
    }

    /** The style class of a tick. */
    static String tickStyle(Tick tick) {
        return switch (tick) {
            case READ -> "tick-read";
            case REFUSED -> "tick-refused";
            case NONE, SENDING, STORED, DELIVERED -> "tick-plain";
        };
    }

    private static HBox line(Label left, Label right) {
        left.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(left, Priority.ALWAYS);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(left, right);
        line.getStyleClass().add("row-line");
        return line;
    }

    private static String badge(int unread) {
        return unread > MOST_SHOWN ? MOST_SHOWN + "+" : Integer.toString(unread);
    }

    private static Label styled(Label label, String styleClass) {
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static String words(ListRow row) {
        return switch (row) {
            case ListRow.Heading heading -> heading.label();
            case ListRow.Person person -> person.name();
            case ListRow.Conversation c ->
                c.title() + (c.unread() > 0 ? ", " + c.unread() + " unread" : "") + ", " + c.preview() + ", "
                        + c.tick().words() + " " + c.time();
        };
    }
}
