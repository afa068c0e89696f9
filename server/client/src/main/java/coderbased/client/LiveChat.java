package coderbased.client;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.Profile;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * {@link Chat} of one session. It outlives connections: {@link #connected} says from where it goes on, {@link
 * #disconnected} that what is said now has to wait.
 *
 * <p>The person's commands hop onto the client's own thread, where {@link ChatTalk} has the conversation with the
 * server.
 */
final class LiveChat implements Chat {

    private static final int NAME_BYTES = 16;

    private final ClientThread thread;
    private final Clock clock;
    private final RandomGenerator random;
    private final ChatBook book;
    private final ChatTalk talk;
    private final Watched<ChatState> state;

    LiveChat(Profile me, ClientThread thread, Clock clock, RandomGenerator random) {
        this.thread = thread;
        this.clock = clock;
        this.random = random;
        this.book = new ChatBook(me);
        this.talk = new ChatTalk(book, new Outbox());
        this.state = new Watched<>(thread, book.picture());
    }

    @Override
    public ChatState state() {
        return state.get();
    }

    @Override
    public Subscription onState(Consumer<ChatState> listener) {
        return state.watch(listener);
    }

    @Override
    public Talk talk(String conversationId) {
        return new LiveTalk(conversationId, talk, this::change, this::entry);
    }

    @Override
    public CompletableFuture<String> openWith(String accountId) {
        CompletableFuture<String> opened = new CompletableFuture<>();
        // The picture with the conversation in it is to be there before anybody is told its id.
        change(() -> talk.openWith(accountId, id -> thread.execute(() -> opened.complete(id))));
        return opened;
    }

    @Override
    public CompletableFuture<String> createGroup(String name, List<String> accountIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<List<Contact>> findPeople(String words) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Found> search(String words, @Nullable String conversationId, @Nullable String after) {
        throw new UnsupportedOperationException();
    }

    /** The session was admitted; {@code line} carries what is said to the server. On the client's own thread. */
    void connected(Consumer<ChatClientMessage> line) {
        talk.connected(line);
        state.set(book.picture());
    }

    /** What is said now waits for the next connection. On the client's own thread. */
    void disconnected() {
        talk.disconnected();
        state.set(book.picture());
    }

    /** The server said something. On the client's own thread. */
    void heard(ChatServerMessage message) {
        talk.heard(message);
        state.set(book.picture());
    }

    private void change(Runnable command) {
        thread.execute(() -> {
            command.run();
            state.set(book.picture());
        });
    }

    private Outbox.Entry entry(String conversationId, Body body, @Nullable Long replyTo) {
        return new Outbox.Entry(
                new ChatClientMessage.Send(name(), conversationId, body, replyTo, false), clock.instant());
    }

    private String name() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
