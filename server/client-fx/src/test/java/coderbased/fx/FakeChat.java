package coderbased.fx;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.ConversationView.Line;
import coderbased.client.ConversationView.Mark;
import coderbased.client.Subscription;
import coderbased.protocol.Contact;
import coderbased.protocol.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A fake remote end: a chat whose pictures a test sets, and which notes what was asked of it. */
public final class FakeChat implements Chat {

    public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    public static final Profile ADA = new Profile("a-ada", "ada", "Ada");
    public static final Contact BOB = new Contact("a-bob", "bob", "Bob");

    /** What was asked of it, in order, for example {@code send c1 hello}. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    private final List<Consumer<ChatState>> listeners = new CopyOnWriteArrayList<>();
    private ChatState state = new ChatState(ADA, List.of(BOB), List.of(), true);

    @Override
    public ChatState state() {
        return state;
    }

    @Override
    public Subscription onState(Consumer<ChatState> listener) {
        listeners.add(listener);
        listener.accept(state);
        return () -> listeners.remove(listener);
    }

    /** Tells a new picture. */
    public void tell(ChatState fresh) {
        state = fresh;
        listeners.forEach(listener -> listener.accept(fresh));
    }

    /** Tells these conversations, everything caught up. */
    public void tell(ConversationView... conversations) {
        tell(new ChatState(ADA, state.contacts(), List.of(conversations), true));
    }

    /** A conversation with Bob. */
    public static ConversationView withBob(int unread, boolean hasOlder, Line... lines) {
        Line last = lines.length == 0 ? null : lines[lines.length - 1];
        return new ConversationView("c-bob", List.of(BOB), List.of(lines), last, unread, hasOlder);
    }

    /** A line of Bob's, a minute for each sequence number. */
    public static Line bobs(long seq, String text) {
        return line(seq, false, "Bob", text, Mark.STORED, null);
    }

    /** A line of Ada's own. */
    public static Line mine(long seq, String text, Mark mark) {
        return line(seq, true, "Ada", text, mark, null);
    }

    /** Many lines, from both, numbered in their text. */
    public static Line[] lines(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> i % 3 == 0 ? mine(i, "mine " + i, Mark.READ) : bobs(i, "from Bob " + i))
                .toArray(Line[]::new);
    }

    public static Line line(long seq, boolean mine, String sender, String text, Mark mark, @Nullable String refusal) {
        Instant at = NOON.plus(Duration.ofMinutes(seq));
        return new Line((mine ? "m" : "t") + seq, seq, mine, sender, text, at, mark, refusal);
    }

    @Override
    public void openWith(String accountId, Consumer<String> opened) {
        asked.add("openWith " + accountId);
        List<ConversationView> all = new ArrayList<>(state.conversations());
        all.add(withBob(0, false));
        tell(all.toArray(ConversationView[]::new));
        opened.accept("c-bob");
    }

    @Override
    public void open(String conversationId) {
        asked.add("open " + conversationId);
    }

    @Override
    public void loadOlder(String conversationId) {
        asked.add("loadOlder " + conversationId);
    }

    @Override
    public void send(String conversationId, String text) {
        asked.add("send " + conversationId + " " + text);
    }

    @Override
    public void markRead(String conversationId) {
        asked.add("markRead " + conversationId);
    }
}
