package coderbased.client.chat;

import coderbased.client.People;
import coderbased.client.files.NoFiles;
import coderbased.client.net.ClientContext;
import coderbased.client.net.ClientThread;
import coderbased.client.net.ServerAddress;
import coderbased.client.net.ServerTrust;
import coderbased.client.storage.FileJournal;
import coderbased.client.storage.FileKnownChat;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.Resume;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.CaughtUp;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.Overview;
import coderbased.protocol.ChatServerMessage.Resuming;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.testing.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;

/** Ada's chat with the test as the server; conversation c1 is with Bob. */
public final class PlayedChat implements AutoCloseable {

    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    public static final String ADA = People.ADA.accountId();
    public static final String BOB = People.BOB.accountId();
    static final Contact CAROL = new Contact("a3", "carol", "Carol");

    private final ClientThread thread = new ClientThread("chat-test");
    private final BlockingQueue<ChatClientMessage> said = new LinkedBlockingQueue<>();
    private final BlockingQueue<ChatClientMessage> saidAside = new LinkedBlockingQueue<>();
    private final Clock clock;
    private LiveChat chat;

    PlayedChat(ChatStorage storage, Clock clock) {
        this.clock = clock;
        begin(storage);
    }

    static PlayedChat start() {
        return new PlayedChat(ChatStorage.none(), Clock.systemUTC());
    }

    /** Returns a chat that stores its outbox in that folder. */
    public static PlayedChat keeping(Path folder) {
        return new PlayedChat(journalIn(folder), Clock.systemUTC());
    }

    public static ChatStorage journalIn(Path folder) {
        return new ChatStorage(new FileJournal(folder), new NoFiles(), new FileKnownChat(folder, Runnable::run));
    }

    public LiveChat chat() {
        return chat;
    }

    public ConversationHandle handle() {
        return chat.conversation("c1");
    }

    ClientThread thread() {
        return thread;
    }

    /** Restarts the program with the data of the last start. */
    public void restart(ChatStorage storage) {
        onThread(() -> {
            chat.disconnected();
            chat.close();
        });
        said.clear();
        begin(storage);
    }

    private void begin(ChatStorage storage) {
        onThread(() -> chat = new LiveChat(People.ADA, thread, context(), storage));
    }

    private ClientContext context() {
        return new ClientContext(
                new ServerTrust(new ServerAddress(URI.create("http://127.0.0.1:1")), null),
                People.OFFICE_PC,
                clock,
                People.RANDOM,
                People.HURRIED);
    }

    /** Opens the conversation with {@code lastSeq} messages, all read and loaded. */
    public void opened(int lastSeq) {
        caughtUp(lastSeq, lastSeq);
        handle().open();
        if (lastSeq > 0) {
            server(page(next(GetHistory.class), Math.max(1, lastSeq - 99), lastSeq, lastSeq));
        }
        settle();
    }

    public void caughtUp(int lastSeq, long readSeq) {
        connect();
        ChatMessage last = lastSeq == 0 ? null : fromBob(lastSeq);
        overview(summary("c1", lastSeq, last, readSeq));
    }

    public Resume connect() {
        onThread(() -> chat.connected(message -> (isAside(message) ? saidAside : said).add(message)));
        return next(Resume.class);
    }

    public void disconnect() {
        onThread(chat::disconnected);
    }

    /** Sends the overview of all conversations; nothing was missed. */
    public void overview(ConversationSummary... all) {
        server(new Resuming(all.length, 0), new Overview(List.of(all)), new CaughtUp());
    }

    public void server(ChatServerMessage... messages) {
        onThread(() -> Arrays.asList(messages).forEach(chat::heard));
    }

    /** Runs {@code task} while the client's thread waits, so that no timer ends between the tasks that it passes on. */
    void atOnce(Runnable task) {
        CountDownLatch passedOn = new CountDownLatch(1);
        thread.execute(() -> Eventually.opened(passedOn, () -> "the test is stuck"));
        task.run();
        passedOn.countDown();
        settle();
    }

    public void settle() {
        onThread(() -> {});
    }

    public void onThread(Runnable task) {
        CountDownLatch done = new CountDownLatch(1);
        thread.execute(task);
        // The state is published after the task, so this waits for a task behind that.
        thread.execute(() -> thread.execute(done::countDown));
        Eventually.opened(done, () -> "the client's thread is stuck");
    }

    /** True for messages that a client sends by itself, between any others. */
    private static boolean isAside(ChatClientMessage message) {
        return message instanceof ChatClientMessage.Watch || message instanceof ChatClientMessage.MarkDelivered;
    }

    /** Returns the client's next receipt or presence subscription. */
    <T extends ChatClientMessage> T nextAside(Class<T> kind) {
        ChatClientMessage next = Eventually.taken(saidAside, "a " + kind.getSimpleName());
        return kind.isInstance(next) ? kind.cast(next) : nextAside(kind);
    }

    public <T extends ChatClientMessage> T next(Class<T> kind) {
        return kind.cast(Eventually.taken(said, "a " + kind.getSimpleName()));
    }

    /** Returns all messages that the client sent and that were not taken yet, once it is idle. */
    List<ChatClientMessage> saidSoFar() {
        settle();
        List<ChatClientMessage> all = new ArrayList<>();
        said.drainTo(all);
        return all;
    }

    public boolean isSilent() {
        settle();
        return said.isEmpty();
    }

    public ConversationView conversation() {
        settle();
        return chat.state().conversation("c1");
    }

    public List<Long> seqs() {
        return conversation().messages().stream().map(MessageView::seq).toList();
    }

    public List<String> texts() {
        return conversation().messages().stream().map(MessageView::text).toList();
    }

    public MessageView lastMessage() {
        return conversation().messages().getLast();
    }

    @Override
    public void close() {
        onThread(chat::close);
        thread.close();
    }

    public static List<Long> position(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    /** Returns a page from Bob, of a conversation with {@code lastSeq} messages. */
    static HistoryPage page(GetHistory asked, long from, long to, long lastSeq) {
        List<ChatMessage> messages =
                LongStream.rangeClosed(from, to).mapToObj(PlayedChat::fromBob).toList();
        return new HistoryPage(asked.requestId(), "c1", messages, from > 1, to < lastSeq);
    }

    /** Returns a summary with Ada and Bob; {@code readSeq} is Ada's read position. */
    public static ConversationSummary summary(String id, long lastSeq, ChatMessage last, long readSeq) {
        return new ConversationSummary(
                id,
                null,
                List.of(new Member(ADA, true, lastSeq, readSeq), new Member(BOB, true, 0, 0)),
                List.of(People.ADA_AS_CONTACT, People.BOB),
                1,
                lastSeq,
                last == null ? 0 : Math.max(lastSeq, last.rev()),
                last,
                ConversationSettings.DEFAULT,
                "");
    }

    public static ChatMessage fromBob(long seq) {
        return message(seq, "b" + seq, BOB, "from bob " + seq);
    }

    public static ChatMessage message(long seq, String name, String sender, String text) {
        return changed(seq, seq, name, sender, text);
    }

    public static ChatMessage changed(long seq, long rev, String name, String sender, String text) {
        return ChatMessage.plain("c1", seq, rev, name, sender, NOON.plusSeconds(seq), new Body.Text(text));
    }
}
