package coderbased.fx.list;

import coderbased.client.chat.ChatState;
import coderbased.fx.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** The conversations, most recent first, those that stand apart, and what a search finds. */
public final class ConversationListViewModel {

    private final ObservableValue<ChatState> state;
    private final ConversationRows layout;
    private final SearchViewModel search;
    private final Arranging arranging;
    private final InvitationsViewModel invitations;
    private final ReadOnlyBooleanWrapper archive = new ReadOnlyBooleanWrapper();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObservableValue<Boolean> known;
    private final ObservableValue<String> progress;
    private final ObservableValue<String> emptyText;
    private @Nullable String open;
    private Runnable searchWanted = () -> {};
    private Consumer<String> opener = id -> {};
    private Consumer<String> beginner = accountId -> {};
    private BiConsumer<String, Long> finder = (id, seq) -> {};

    public ConversationListViewModel(
            ObservableValue<ChatState> state,
            ConversationRows layout,
            SearchViewModel search,
            Arranging arranging,
            InvitationsViewModel invitations) {
        this.state = state;
        this.layout = layout;
        this.search = search;
        this.arranging = arranging;
        this.invitations = invitations;
        invitations.onChanged(this::refresh);
        this.known = state.map(s -> s.progress().known());
        this.progress = state.map(s -> progressWords(s.progress()));
        this.emptyText = Bindings.createStringBinding(
                this::computeEmptyText, rows, known, search.words(), search.placeName(), archive);
        search.onChanged(this::refresh);
        state.subscribe(this::refresh);
        archive.subscribe(this::refresh);
    }

    /** What the person looks for. Empty: everything. */
    public StringProperty search() {
        return search.words();
    }

    /** Whether those that stand apart are shown in place of the others. */
    public ReadOnlyBooleanProperty archive() {
        return archive.getReadOnlyProperty();
    }

    /** What to show, from the top. */
    public ObservableList<ListRow> rows() {
        return rows;
    }

    /** Whether this device has heard of its conversations yet. */
    public ObservableValue<Boolean> known() {
        return known;
    }

    /** How much of what was missed has arrived, in words; empty where nothing is on its way. */
    public ObservableValue<String> progress() {
        return progress;
    }

    /** What to say instead of rows; empty where there are any. */
    public ObservableValue<String> emptyText() {
        return emptyText;
    }

    /** Pins, mutes, archives and marks as read. */
    public Arranging arranging() {
        return arranging;
    }

    /** The person picked a row. */
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

    /** The person joins a group that they are asked to join, or declines. */
    public void answer(ListRow.Invitation row, boolean accept) {
        if (!row.answered()) {
            invitations.answer(row.conversationId(), accept);
        }
    }

    /** Escape: ends the search first, then leaves the archive. False where there is nothing to end. */
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

    /** The name of the one conversation that is searched; empty for all. */
    public ReadOnlyStringProperty searchedPlace() {
        return search.placeName();
    }

    /** Looks for words in one conversation only. */
    public void searchIn(String conversationId) {
        search.lookIn(conversationId);
        searchWanted.run();
    }

    /** Looks everywhere again. */
    public void searchEverywhere() {
        search.lookIn(null);
    }

    /** Says what happens when somebody wants to search: {@code then} puts the cursor there. */
    public void onSearchWanted(Runnable then) {
        searchWanted = then;
    }

    /** The conversation that many rows from the open one; null where there is none. */
    public @Nullable String neighbour(int rowsOn) {
        List<String> ids = shownIds();
        int at = open == null ? -1 : ids.indexOf(open);
        int wanted = at < 0 ? (rowsOn > 0 ? 0 : ids.size() - 1) : at + rowsOn;
        return wanted >= 0 && wanted < ids.size() ? ids.get(wanted) : null;
    }

    /** The conversation in that place from the top, from 0; null where there is none. */
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
        return String.format(
                Locale.ENGLISH, "Catching up: %,d of %,d messages", progress.arrived(), progress.expected());
    }

    private String computeEmptyText() {
        if (!rows.isEmpty() || !known.getValue()) {
            return "";
        }
        if (search.words().get().isBlank() && search.isOn()) {
            return "Type to search in “" + search.placeName().get() + "”.";
        }
        if (search.isOn()) {
            return "No results for “" + SafeText.name(search.words().get()) + "”.";
        }
        return archive.get()
                ? "No archived chats. Chats that you archive appear here."
                : "No chats yet. Press “New chat” to start one.";
    }
}
