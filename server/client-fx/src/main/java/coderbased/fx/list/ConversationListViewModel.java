package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ChatState;
import coderbased.fx.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Conversations, most recent first, archived ones, and search results. */
public final class ConversationListViewModel {

    private final ObservableValue<ChatState> state;
    private final ConversationRowCache layout;
    private final SearchViewModel search;
    private final ConversationActions actions;
    private final InvitationsViewModel invitations;
    private final ReadOnlyBooleanWrapper archive = new ReadOnlyBooleanWrapper();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObservableValue<Boolean> known;
    private final ObservableValue<Boolean> startable;
    private final ObservableValue<String> progress;
    private final ObservableValue<String> emptyText;
    private @Nullable String open;
    private Runnable searchWanted = () -> {};
    private Consumer<String> opener = id -> {};
    private Consumer<String> beginner = accountId -> {};
    private BiConsumer<String, Long> finder = (id, seq) -> {};

    public ConversationListViewModel(
            ObservableValue<ChatState> state,
            ConversationRowCache layout,
            SearchViewModel search,
            ConversationActions actions,
            InvitationsViewModel invitations) {
        this.state = state;
        this.layout = layout;
        this.search = search;
        this.actions = actions;
        this.invitations = invitations;
        invitations.onChanged(this::refresh);
        this.known = state.map(s -> s.progress().known());
        this.startable = state.map(s -> !s.readOnly());
        this.progress = state.map(s -> progressWords(s.progress()));
        this.emptyText = Bindings.createStringBinding(
                this::computeEmptyText, rows, known, startable, search.words(), search.placeName(), archive);
        search.onChanged(this::refresh);
        state.subscribe(this::refresh);
        archive.subscribe(this::refresh);
    }

    /** Returns the search words; empty shows all conversations. */
    public StringProperty search() {
        return search.words();
    }

    /** True while the archived conversations are shown. */
    public ReadOnlyBooleanProperty archive() {
        return archive.getReadOnlyProperty();
    }

    /** Returns the rows to show, from the top. */
    public ObservableList<ListRow> rows() {
        return rows;
    }

    /** Returns a value that is true once this device has received its conversations. */
    public ObservableValue<Boolean> known() {
        return known;
    }

    /** Returns a value that is true if this device may start chats. */
    ObservableValue<Boolean> startable() {
        return startable;
    }

    /** True if there is nothing to show and no search, so that a chat can be started instead. */
    boolean isBlank() {
        return rows.isEmpty() && !search.isOn() && !archive.get();
    }

    /** Returns the progress of the synchronisation; empty if it is complete. */
    public ObservableValue<String> progress() {
        return progress;
    }

    /** Returns the sentence for an empty list; empty if there are rows. */
    public ObservableValue<String> emptyText() {
        return emptyText;
    }

    /** Returns the actions on conversations: pin, mute, archive, mark as read. */
    public ConversationActions actions() {
        return actions;
    }

    /** Selects a row. */
    public void pick(ListRow row) {
        switch (row) {
            case ListRow.Heading _, ListRow.Note _ -> {}
            case ListRow.Invitation invitation -> answer(invitation, true);
            case ListRow.Archive _ -> archive.set(true);
            case ListRow.Conversation conversation -> opener.accept(conversation.id());
            case ListRow.Person person -> beginner.accept(person.accountId());
            case ListRow.Message message -> finder.accept(message.conversationId(), message.seq());
            case ListRow.More _ -> search.loadMore();
        }
    }

    /** Accepts or declines an invitation to a group. */
    public void answer(ListRow.Invitation row, boolean accept) {
        if (!row.answered()) {
            invitations.answer(row.conversationId(), accept);
        }
    }

    /** Handles Escape: ends the search first, then leaves the archive. False if there is nothing to end. */
    public boolean stepBack() {
        if (!search.words().get().isEmpty()) {
            search.words().set("");
            return true;
        }
        if (!search.placeName().get().isEmpty()) {
            search.lookIn(null);
            return true;
        }
        boolean left = archive.get();
        archive.set(false);
        return left;
    }

    /** Returns the name of the only searched conversation; empty for all. */
    public ReadOnlyStringProperty searchedPlace() {
        return search.placeName();
    }

    /** Limits the search to one conversation. */
    public void searchIn(String conversationId) {
        search.lookIn(conversationId);
        searchWanted.run();
    }

    /** Widens the search to all conversations. */
    public void searchEverywhere() {
        search.lookIn(null);
    }

    /** Sets the action for a requested search: {@code then} focuses the search field. */
    public void onSearchWanted(Runnable then) {
        searchWanted = then;
    }

    /** Returns the conversation {@code rowsOn} rows from the open one; null if there is none. */
    public @Nullable String neighbour(int rowsOn) {
        List<String> ids = shownIds();
        int at = open == null ? -1 : ids.indexOf(open);
        int wanted = at < 0 ? (rowsOn > 0 ? 0 : ids.size() - 1) : at + rowsOn;
        return wanted >= 0 && wanted < ids.size() ? ids.get(wanted) : null;
    }

    /** Returns the conversation at a position from the top, from 0; null if there is none. */
    public @Nullable String at(int place) {
        List<String> ids = shownIds();
        return place < ids.size() ? ids.get(place) : null;
    }

    public void onOpen(Consumer<String> then) {
        opener = then;
    }

    public void onBegin(Consumer<String> then) {
        beginner = then;
    }

    public void onFound(BiConsumer<String, Long> then) {
        finder = then;
    }

    public void showOpen(@Nullable String conversationId) {
        open = conversationId;
        refresh();
    }

    public void refresh() {
        KeyedRows.update(rows, freshRows(), ListRow::key);
    }

    private List<ListRow> freshRows() {
        ChatState now = state.getValue();
        if (search.isOn()) {
            return search.rows(now, layout.named(now, search.words().get(), open));
        }
        if (archive.get()) {
            return layout.archived(now, open);
        }
        List<ListRow> chats = new ArrayList<>(invitations.rows(now));
        chats.addAll(layout.chats(now, open));
        return chats;
    }

    private List<String> shownIds() {
        return rows.stream()
                .filter(row -> row instanceof ListRow.Conversation)
                .map(row -> ((ListRow.Conversation) row).id())
                .toList();
    }

    private static String progressWords(ChatState.Progress progress) {
        if (progress.caughtUp() || progress.expected() == 0) {
            return "";
        }
        return MESSAGES.text("list.catchingUp", "arrived", progress.arrived(), "expected", progress.expected());
    }

    private String computeEmptyText() {
        if (!rows.isEmpty() || !known.getValue()) {
            return "";
        }
        if (search.words().get().isBlank() && search.isOn()) {
            return MESSAGES.text("search.inPlace", "name", search.placeName().get());
        }
        if (search.isOn()) {
            return MESSAGES.text(
                    "search.none", "words", SafeText.name(search.words().get()));
        }
        if (archive.get()) {
            return MESSAGES.text("list.archive.empty");
        }
        return MESSAGES.text(startable.getValue() ? "list.empty" : "list.empty.readOnly");
    }
}
