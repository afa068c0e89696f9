package coderbased.fx;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.Line;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One conversation: its rows, what the person is writing into it, and how far it was read. */
public final class ThreadViewModel {

    private final Chat chat;
    private final ObservableValue<ChatState> state;
    private final Times times;
    private final ReadOnlyObjectWrapper<@Nullable String> conversationId = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loadingOlder = new ReadOnlyBooleanWrapper();
    private final BooleanProperty attended = new SimpleBooleanProperty();
    private final ObservableList<ThreadRow> rows = FXCollections.observableArrayList();
    private final ComposerViewModel composer;
    private long readBefore;
    private int unreadAtOpening;
    private long askedBefore;

    ThreadViewModel(Chat chat, ObservableValue<ChatState> state, Times times) {
        this.chat = chat;
        this.state = state;
        this.times = times;
        this.composer = new ComposerViewModel(text -> {
            unreadAtOpening = 0;
            chat.talk(conversationId.get()).send(text, null);
        });
        state.subscribe(this::refresh);
        attended.subscribe(this::markRead);
    }

    /** Which conversation is open; null for none. */
    public ReadOnlyObjectProperty<@Nullable String> conversationId() {
        return conversationId.getReadOnlyProperty();
    }

    /** With whom it is. */
    public ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /** The rows, oldest first. */
    public ObservableList<ThreadRow> rows() {
        return rows;
    }

    /** Whether an older page is on its way. */
    public ReadOnlyBooleanProperty loadingOlder() {
        return loadingOlder.getReadOnlyProperty();
    }

    /** Whether a person has this thread in front of them: only then is it marked as read. Set by whoever shows it. */
    public BooleanProperty attended() {
        return attended;
    }

    /** What is being written. */
    public ComposerViewModel composer() {
        return composer;
    }

    /** Shows a conversation. */
    public void open(String id) {
        if (id.equals(conversationId.get())) {
            return;
        }
        ConversationView conversation = state.getValue().conversation(id);
        unreadAtOpening = conversation == null ? 0 : conversation.unread();
        readBefore = -1;
        askedBefore = 0;
        loadingOlder.set(false);
        rows.clear();
        conversationId.set(id);
        composer.switchTo(id);
        chat.talk(id).open();
        refresh();
    }

    /** Back to no conversation. */
    public void close() {
        conversationId.set(null);
        composer.switchTo(null);
        rows.clear();
        title.set("");
    }

    /** The person scrolled to the top: asks for the page before the oldest line, once. */
    public void loadOlder() {
        ConversationView conversation = current();
        if (conversation == null
                || !conversation.older()
                || conversation.lines().isEmpty()) {
            return;
        }
        long oldest = conversation.lines().getFirst().seq();
        if (oldest != askedBefore) {
            askedBefore = oldest;
            loadingOlder.set(true);
            chat.talk(conversation.id()).loadOlder();
        }
    }

    private void refresh() {
        ConversationView conversation = current();
        if (conversation == null) {
            return;
        }
        title.set(SafeText.name(conversation.title()));
        noteArrivedHistory(conversation);
        if (readBefore < 0) {
            readBefore = beforeUnread(conversation.lines(), unreadAtOpening);
        }
        Rows.update(rows, new ThreadRows(conversation, times, readBefore, unreadAtOpening).layOut());
        markRead();
    }

    /** A page that was asked for before a connection broke never comes: after catching up it may be asked for again. */
    private void noteArrivedHistory(ConversationView conversation) {
        boolean arrived = conversation.lines().isEmpty()
                || conversation.lines().getFirst().seq() != askedBefore;
        if (arrived || !conversation.older() || !state.getValue().caughtUp()) {
            loadingOlder.set(false);
        }
        if (!state.getValue().caughtUp()) {
            askedBefore = 0;
        }
    }

    private void markRead() {
        ConversationView conversation = current();
        if (conversation != null && attended.get() && conversation.unread() > 0) {
            chat.talk(conversation.id()).markRead();
        }
    }

    private @Nullable ConversationView current() {
        String id = conversationId.get();
        return id == null ? null : state.getValue().conversation(id);
    }

    /** The sequence number before the first of the last {@code unread} lines of others; -1 while they are not loaded. */
    private static long beforeUnread(List<Line> lines, int unread) {
        int left = unread;
        for (Line line : lines.reversed()) {
            if (left == 0) {
                return line.seq();
            }
            left -= line.mine() ? 0 : 1;
        }
        return lines.isEmpty() ? -1 : 0;
    }
}
