package coderbased.client;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.Profile;
import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

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
    public void openWith(String accountId, Consumer<String> opened) {
        // The picture with the conversation in it is to be there before anybody is told its id.
        change(() -> talk.openWith(accountId, id -> thread.execute(() -> opened.accept(id))));
    }

    @Override
    public void open(String conversationId) {
        change(() -> talk.open(conversationId));
    }

    @Override
    public void loadOlder(String conversationId) {
        change(() -> talk.loadOlder(conversationId));
    }

    @Override
    public void send(String conversationId, String text) {
        requireSayable(text);
        ChatClientMessage.Send send = new ChatClientMessage.Send(name(), conversationId, new Body.Text(text));
        Outbox.Entry entry = new Outbox.Entry(send, clock.instant());
        change(() -> talk.say(entry));
    }

    @Override
    public void markRead(String conversationId) {
        change(() -> talk.markRead(conversationId));
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

    private String name() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void requireSayable(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("There is nothing to send.");
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Protocol.MAX_TEXT_BYTES) {
            throw new IllegalArgumentException(
                    "This message is too long: " + bytes + " of at most " + Protocol.MAX_TEXT_BYTES + " bytes.");
        }
    }
}
