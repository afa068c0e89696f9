package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.fx.Delay;
import coderbased.fx.Latest;
import coderbased.fx.Times;
import coderbased.fx.text.SafeText;
import coderbased.protocol.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Searches conversations by name at once, and people and messages on the server as soon as typing pauses. */
public final class SearchViewModel {

    private static final int MIN_CHARACTERS = 2;

    private final Chat chat;
    private final Times times;
    private final Latest latestPeople;
    private final Latest latestMessages;
    private final StringProperty words = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper placeName = new ReadOnlyStringWrapper("");
    private final List<ListRow> messages = new ArrayList<>();
    private List<Contact> people = List.of();
    private @Nullable String place;
    private @Nullable String more;
    private String note = "";
    private Runnable changed = () -> {};

    public SearchViewModel(Chat chat, Times times, Executor fx, Delay delay) {
        this.chat = chat;
        this.times = times;
        this.latestPeople = new Latest(fx, delay);
        this.latestMessages = new Latest(fx, delay);
        words.subscribe(this::look);
    }

    StringProperty words() {
        return words;
    }

    boolean isOn() {
        return !words.get().isBlank() || place != null;
    }

    /** Returns the name of the only searched conversation; empty for all. */
    ReadOnlyStringProperty placeName() {
        return placeName.getReadOnlyProperty();
    }

    /** Limits the search to one conversation; null searches all. */
    void lookIn(@Nullable String conversationId) {
        place = conversationId;
        placeName.set(conversationId == null ? "" : title(conversationId, ""));
        if (words.get().isEmpty()) {
            look();
        } else {
            words.set("");
        }
    }

    void onChanged(Runnable then) {
        changed = then;
    }

    /** Returns the rows of the results, below {@code named}, the conversations with a matching name. */
    List<ListRow> rows(ChatState state, List<ListRow> named) {
        List<ListRow> rows = new ArrayList<>();
        if (place == null) {
            section(rows, MESSAGES.text("search.chats"), named);
            section(rows, MESSAGES.text("search.people"), state.readOnly() ? List.of() : strangers(state));
        }
        section(rows, MESSAGES.text("search.messages"), messages);
        if (more != null) {
            rows.add(new ListRow.More());
        }
        if (!note.isEmpty()) {
            rows.add(new ListRow.Note(note));
        }
        return rows;
    }

    /** Loads the next page of messages. */
    void loadMore() {
        String after = more;
        if (after != null) {
            more = null;
            note = MESSAGES.text("search.running");
            changed.run();
            String wanted = words.get().strip();
            latestMessages.askNow(() -> chat.search(wanted, place, after), found -> show(found, wanted), this::fail);
        }
    }

    private void look() {
        people = List.of();
        messages.clear();
        more = null;
        note = "";
        String wanted = words.get().strip();
        boolean messagesToo = wanted.length() >= MIN_CHARACTERS;
        if (wanted.isEmpty() || place != null) {
            latestPeople.forget();
        } else {
            latestPeople.ask(() -> chat.findPeople(wanted), this::show, problem -> {});
        }
        if (messagesToo) {
            note = MESSAGES.text("search.running");
            latestMessages.ask(() -> chat.search(wanted, place, null), found -> show(found, wanted), this::fail);
        } else {
            latestMessages.forget();
        }
        changed.run();
    }

    private void show(List<Contact> found) {
        people = found;
        changed.run();
    }

    private void show(Chat.Found found, String wanted) {
        note = "";
        more = found.more();
        found.hits().forEach(hit -> messages.add(row(hit, wanted)));
        changed.run();
    }

    private void fail(String sentence) {
        note = sentence;
        changed.run();
    }

    private ListRow row(Chat.Hit hit, String wanted) {
        ConversationView conversation = chat.state().conversation(hit.conversationId());
        MessageView message = hit.message();
        List<ListRow.Piece> words = new ArrayList<>();
        if (message.mine() || (conversation != null && conversation.group() != null)) {
            String sender = message.mine()
                    ? MESSAGES.text("people.you")
                    : Previews.firstWord(SafeText.name(message.senderName()));
            words.add(new ListRow.Piece(MESSAGES.text("list.sender", "name", sender) + " ", false));
        }
        words.addAll(Highlight.of(message.text(), wanted));
        return new ListRow.Message(
                hit.conversationId(),
                message.seq(),
                title(hit.conversationId(), message.senderName()),
                List.copyOf(words),
                times.brief(message.at()));
    }

    private String title(String conversationId, String otherwise) {
        ConversationView conversation = chat.state().conversation(conversationId);
        return SafeText.name(conversation == null ? otherwise : conversation.title());
    }

    /** Returns the people without a one-to-one conversation. */
    private List<ListRow> strangers(ChatState state) {
        Set<String> known = state.conversations().stream()
                .filter(c -> c.group() == null)
                .flatMap(c -> c.others().stream())
                .map(ConversationView.Person::accountId)
                .collect(Collectors.toSet());
        return people.stream()
                .filter(p -> !known.contains(p.accountId()))
                .<ListRow>map(
                        p -> new ListRow.Person(p.accountId(), SafeText.name(p.name()), SafeText.name(p.handle())))
                .toList();
    }

    private static void section(List<ListRow> rows, String heading, List<ListRow> found) {
        if (!found.isEmpty()) {
            rows.add(new ListRow.Heading(heading));
            rows.addAll(found);
        }
    }
}
