package coderbased.fx;

import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.Line;
import coderbased.protocol.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The conversations, most recent first; what the search leaves of them; and everybody one could begin a chat with. */
public final class ConversationListViewModel {

    private final ObservableValue<ChatState> state;
    private final Times times;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper newChat = new ReadOnlyBooleanWrapper();
    private final ObservableList<ListRow> rows = FXCollections.observableArrayList();
    private final ObservableValue<String> emptyText;
    private @Nullable String open;
    private Consumer<String> opener = id -> {};
    private Consumer<String> beginner = accountId -> {};
    private Consumer<String> finder = words -> {};
    private List<Contact> people = List.of();

    ConversationListViewModel(ObservableValue<ChatState> state, Times times) {
        this.state = state;
        this.times = times;
        this.emptyText = Bindings.createStringBinding(this::computeEmptyText, rows, search, newChat);
        state.subscribe(this::refresh);
        search.subscribe(this::look);
        newChat.subscribe(this::look);
    }

    /** What the person looks for. Empty: everything. */
    public StringProperty search() {
        return search;
    }

    /** Whether people are shown instead of conversations. */
    public ReadOnlyBooleanProperty newChat() {
        return newChat.getReadOnlyProperty();
    }

    /** What to show, from the top. */
    public ObservableList<ListRow> rows() {
        return rows;
    }

    /** What to say instead of rows; empty where there are any. */
    public ObservableValue<String> emptyText() {
        return emptyText;
    }

    /** The person wants to begin a chat: shows the people of this server. */
    public void beginNewChat() {
        newChat.set(true);
    }

    /** Back to the conversations. */
    public void endNewChat() {
        newChat.set(false);
    }

    /** The person picked a row. A heading does nothing. */
    public void pick(ListRow row) {
        switch (row) {
            case ListRow.Heading heading -> {}
            case ListRow.Conversation conversation -> opener.accept(conversation.id());
            case ListRow.Person person -> beginner.accept(person.accountId());
        }
    }

    /** Escape: ends the search first, then the choice of people. */
    public void stepBack() {
        if (!search.get().isEmpty()) {
            search.set("");
        } else {
            endNewChat();
        }
    }

    void onOpen(Consumer<String> opener) {
        this.opener = opener;
    }

    void onBegin(Consumer<String> beginner) {
        this.beginner = beginner;
    }

    void onFind(Consumer<String> finder) {
        this.finder = finder;
    }

    void showPeople(List<Contact> found) {
        people = found;
        refresh();
    }

    private void look() {
        if (newChat.get() || !search.get().isBlank()) {
            finder.accept(search.get());
        }
        refresh();
    }

    void showOpen(@Nullable String conversationId) {
        open = conversationId;
        refresh();
    }

    private void refresh() {
        Rows.update(rows, newChat.get() ? peopleRows() : conversationRows());
    }

    private List<ListRow> peopleRows() {
        List<ListRow> people = people(contact -> true);
        if (!people.isEmpty()) {
            people.addFirst(new ListRow.Heading("People on this server"));
        }
        return people;
    }

    private List<ListRow> conversationRows() {
        List<ListRow> shown = new ArrayList<>();
        state.getValue().conversations().stream()
                .filter(c -> matches(c.title()))
                .map(this::row)
                .forEach(shown::add);
        if (!search.get().isBlank()) {
            shown.addAll(strangers());
        }
        return shown;
    }

    /** People the search finds with whom there is no conversation yet. */
    private List<ListRow> strangers() {
        Set<String> known = state.getValue().conversations().stream()
                .flatMap(c -> c.others().stream())
                .map(ConversationView.Person::accountId)
                .collect(Collectors.toSet());
        List<ListRow> strangers = people(contact -> !known.contains(contact.accountId()));
        if (!strangers.isEmpty()) {
            strangers.addFirst(new ListRow.Heading("Begin a chat"));
        }
        return strangers;
    }

    private List<ListRow> people(Predicate<Contact> wanted) {
        return people.stream()
                .filter(wanted)
                .filter(contact -> matches(contact.name()) || matches(contact.handle()))
                .map(contact -> new ListRow.Person(
                        contact.accountId(), SafeText.name(contact.name()), SafeText.name(contact.handle())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private boolean matches(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search.get().strip().toLowerCase(Locale.ROOT));
    }

    private ListRow row(ConversationView conversation) {
        Line last = conversation.lastLine();
        return new ListRow.Conversation(
                conversation.id(),
                SafeText.name(conversation.title()),
                last == null ? "" : SafeText.preview(last.text()),
                last == null ? "" : times.brief(last.at()),
                last == null ? Tick.NONE : ThreadRows.tick(last),
                conversation.unread(),
                conversation.id().equals(open));
    }

    private String computeEmptyText() {
        if (!rows.isEmpty()) {
            return "";
        }
        if (!search.get().isBlank()) {
            return "Nobody found for “" + SafeText.name(search.get()) + "”.";
        }
        return newChat.get()
                ? "Nobody else has an account on this server yet."
                : "No chats yet. Press “New chat” to write to somebody.";
    }
}
