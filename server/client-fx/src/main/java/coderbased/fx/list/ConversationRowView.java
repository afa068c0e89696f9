package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Icons;
import coderbased.fx.Tick;
import coderbased.fx.list.ListRow.Preview;
import coderbased.fx.text.EmojiWords;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Row of a conversation in the list: built once, then reused for others as the list scrolls. */
final class ConversationRowView extends HBox {

    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final int MAX_SHOWN = 99;
    /** Keeps the colon beside the text whatever the script of a name (UAX 9, LRM). */
    private static final String LEFT_TO_RIGHT = "\u200E";

    private final Avatar avatar = new Avatar();
    private final Label title = label("row-title");
    private final Label time = label("row-time");
    private final FontIcon muted = Icons.icon("mdi2b-bell-off-outline", "row-mark");
    private final FontIcon pinned = Icons.icon("mdi2p-pin", "row-mark");
    private final FontIcon mark = Icons.icon("mdi2c-check", "tick");
    private final Label sender = label("row-sender");
    private final Label words = label("row-preview");
    private final Label badge = label("unread-badge");

    ConversationRowView() {
        getStyleClass().add("row");
        title.setMaxWidth(Double.MAX_VALUE);
        words.setMaxWidth(Double.MAX_VALUE);
        for (Label fixed : new Label[] {time, badge, sender}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        VBox lines = new VBox(line(title, time), line(mark, sender, words, muted, pinned, badge));
        lines.getStyleClass().add("row-words");
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox.setHgrow(lines, Priority.ALWAYS);
        getChildren().addAll(avatar, lines);
    }

    void show(ListRow.Conversation row) {
        avatar.show(row.face());
        EmojiWords.show(title, row.title());
        time.setText(row.time());
        show(row.preview());
        shown(muted, row.keeping().muted());
        shown(pinned, row.keeping().pinned());
        shown(badge, row.unread() > 0);
        badge.setText(row.unread() > MAX_SHOWN ? MAX_SHOWN + "+" : Integer.toString(row.unread()));
        badge.pseudoClassStateChanged(QUIET, row.keeping().muted());
    }

    private void show(Preview preview) {
        String icon = icon(preview);
        shown(mark, !icon.isEmpty());
        if (!icon.isEmpty()) {
            if (!icon.equals(mark.getIconLiteral())) {
                mark.setIconLiteral(icon);
            }
            dress(mark, "ikonli-font-icon", "tick", preview.tick().styleClass());
        }
        shown(sender, !preview.sender().isEmpty());
        EmojiWords.show(sender, LEFT_TO_RIGHT + MESSAGES.text("list.sender", "name", preview.sender()));
        String look = "preview-" + preview.kind().name().toLowerCase(Locale.ROOT);
        dress(words, "label", "row-preview", look);
        EmojiWords.show(words, preview.text());
        dress(sender, "label", "row-sender", look);
    }

    /** Changes the style classes only if they differ: a row is updated at every change of the chat. */
    private static void dress(Node node, String... styleClasses) {
        List<String> wanted = List.of(styleClasses);
        if (!node.getStyleClass().equals(wanted)) {
            node.getStyleClass().setAll(wanted);
        }
    }

    /** Returns the icon: a tick takes precedence over the kind. */
    private static String icon(Preview preview) {
        if (preview.tick() != Tick.NONE) {
            return preview.tick().icon();
        }
        return switch (preview.kind()) {
            case PICTURE -> "mdi2i-image-outline";
            case FILE -> "mdi2p-paperclip";
            case DELETED -> "mdi2c-cancel";
            case TEXT, GROUP_EVENT, DRAFT, TYPING -> "";
        };
    }

    /** Returns the whole row for a screen reader. */
    static String words(ListRow.Conversation row) {
        return Stream.of(
                        row.title(),
                        row.unread() > 0 ? MESSAGES.text("list.row.unread", "count", row.unread()) : "",
                        row.keeping().pinned() ? MESSAGES.text("list.row.pinned") : "",
                        row.keeping().muted() ? MESSAGES.text("list.row.muted") : "",
                        row.preview().words(),
                        row.preview().tick().words(),
                        row.time())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    static HBox line(Node... parts) {
        HBox line = new HBox(parts);
        line.getStyleClass().add("row-line");
        return line;
    }

    private static void shown(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
