package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.session.Session;
import coderbased.chat.ChatStore.StoreUnavailable;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.MemberReceipt;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many talk at once; one writes, in batches, and tells in order. */
final class MessageWriterTest {

    private static final int TALKERS = 8;
    private static final int EACH = 250;

    private CountingStore store;
    private final List<Long> announced = new ArrayList<>();
    private MessageWriter writer;

    @BeforeEach
    void open() {
        store = new CountingStore(new InMemoryChatStore(AccountLimits.unlimited(), _ -> Optional.empty()));
        store.commit(List.of(new ChatWrite.OpenDirect("c", "ada", "bob")), Instant.EPOCH);
        writer = new MessageWriter(store, Clock.systemUTC(), this::announce, ChatMeter.NONE);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void manyWritesShareATransactionAndAreAnnouncedInOrder() throws Exception {
        Answers answers = talk(false);
        writer.close();
        assertEquals(LongStream.rangeClosed(1, TALKERS * EACH).boxed().toList(), announced);
        assertEquals(TALKERS * EACH, answers.stored.size());
        assertTrue(store.commits.get() < TALKERS * EACH / 4, store.commits + " transactions");
    }

    @Test
    void aMessageSentManyTimesIsStoredOnce() throws Exception {
        Answers answers = talk(true);
        writer.close();
        assertEquals(LongStream.rangeClosed(1, EACH).boxed().toList(), announced);
        assertEquals(TALKERS * EACH, answers.stored.size());
        assertEquals(
                EACH,
                answers.stored.stream().distinct().count(),
                "everybody hears the same number for the same message");
    }

    @Test
    void onlyStoredMessagesAreAcknowledged() throws Exception {
        store.broken = true;
        Answers answers = new Answers(1);
        writer.start();
        writer.submit(say("m"), answers);
        answers.await();
        assertEquals(1, answers.failed.get());
        store.broken = false;
        Answers later = new Answers(1);
        writer.submit(say("m"), later);
        later.await();
        assertEquals(List.of(1L), List.copyOf(later.stored));
    }

    @Test
    void aFailingAnswerDoesNotBlockOthers() throws Exception {
        store.broken = true;
        writer.submit(say("first"), new MessageWriter.Answer() {
            @Override
            public void written(ChatWritten result) {}

            @Override
            public void failed() {
                throw new StackOverflowError();
            }
        });
        Answers answers = new Answers(EACH);
        for (int i = 0; i < EACH; i++) {
            writer.submit(say("m" + i), answers);
        }
        writer.start();
        answers.await();
        assertEquals(EACH, answers.failed.get());
    }

    @Test
    void aFailingWriteFailsNoOther() throws Exception {
        Answers answers = new Answers(EACH);
        for (int i = 0; i < EACH; i++) {
            writer.submit(say(i == 7 ? CountingStore.POISON : "m" + i), answers);
        }
        writer.start();
        answers.await();
        assertEquals(1, answers.failed.get());
        writer.close();
        assertEquals(LongStream.rangeClosed(1, EACH - 1).boxed().toList(), announced);
    }

    @Test
    void aWriteIsNotStoredBeforeAFailedEarlierOne() throws Exception {
        Answers adas = new Answers(EACH + 1);
        Answers others = new Answers(EACH);
        WriteSequence strand = new WriteSequence();
        for (int i = 0; i < EACH; i++) {
            writer.submit(say(i == 7 ? CountingStore.POISON : "m" + i), adas, strand);
            writer.submit(say("other " + i), others);
        }
        writer.start();
        others.await();
        writer.submit(say("later"), adas, strand);
        adas.await();
        assertEquals(7, adas.stored.size());
        assertEquals(EACH - 6, adas.failed.get());
        assertEquals(EACH, others.stored.size(), "what others say is stored");
        Answers again = new Answers(1);
        writer.submit(say("m8"), again, new WriteSequence());
        again.await();
        assertEquals(List.of(EACH + 8L), List.copyOf(again.stored));
    }

    @Test
    void queuedWritesOfARevokedDeviceAreNotStored() throws Exception {
        OrderedWrites cut = new OrderedWrites();
        Answers frozens = new Answers(4);
        Answers others = new Answers(1);
        writer.submit(say("in order"), frozens, cut.now());
        writer.submit(say("alone"), frozens, cut.alone());
        cut.startOver();
        writer.submit(say("begun again"), frozens, cut.now());
        writer.submit(say("another's"), others);
        cut.end();
        writer.submit(say("after the cut"), frozens, cut.alone());
        writer.start();
        others.await();
        frozens.await();
        assertEquals(4, frozens.failed.get());
        assertEquals(List.of(1L), List.copyOf(others.stored));
    }

    @Test
    void onAFullDiskNoWriteWaitsForOthersToFail() throws Exception {
        store.broken = true;
        Answers answers = new Answers(EACH);
        for (int i = 0; i < EACH; i++) {
            writer.submit(say("m" + i), answers);
        }
        writer.start();
        answers.await();
        assertEquals(EACH, answers.failed.get());
        assertTrue(store.refusals.get() < 10, store.refusals + " tries");
    }

    @Test
    void closingFinishesAcceptedWritesAndTakesNoMore() throws Exception {
        Answers answers = new Answers(EACH + 1);
        for (int i = 0; i < EACH; i++) {
            writer.submit(say("m" + i), answers);
        }
        writer.start();
        writer.close();
        assertEquals(EACH, answers.stored.size());
        writer.submit(say("late"), answers);
        assertEquals(1, answers.failed.get());
    }

    /** Everybody says as much as they can at once: different things, or all of them the same. */
    private Answers talk(boolean allTheSame) throws InterruptedException {
        Answers answers = new Answers(TALKERS * EACH);
        writer.start();
        for (int talker = 0; talker < TALKERS; talker++) {
            String prefix = allTheSame ? "" : "talker " + talker + " ";
            Thread.ofVirtual().start(() -> sayAll(prefix, answers));
        }
        answers.await();
        writer.close();
        return answers;
    }

    private void sayAll(String prefix, Answers answers) {
        try {
            for (int i = 0; i < EACH; i++) {
                writer.submit(say(prefix + i), answers);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void announce(ChatWritten written) {
        if (written instanceof ChatWritten.Stored said) {
            announced.add(said.message().seq());
        }
    }

    private static ChatWrite say(String name) {
        return new ChatWrite.Send("c", "ada", name, new Body.Text("text"), null, false);
    }

    /** Notes what became of each write. */
    private static final class Answers implements MessageWriter.Answer {
        private final Queue<Long> stored = new ConcurrentLinkedQueue<>();
        private final AtomicInteger failed = new AtomicInteger();
        private final CountDownLatch all;

        Answers(int expected) {
            all = new CountDownLatch(expected);
        }

        @Override
        public void written(ChatWritten result) {
            ChatMessage message = switch (result) {
                case ChatWritten.Stored said -> said.message();
                case ChatWritten.Repeated repeated -> repeated.message();
                default -> throw new AssertionError(result);
            };
            stored.add(message.seq());
            all.countDown();
        }

        @Override
        public void failed() {
            failed.incrementAndGet();
            all.countDown();
        }

        void await() throws InterruptedException {
            assertTrue(all.await(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS), all + " not answered");
        }
    }

    /** A real store whose transactions are counted, and whose disk can be full. */
    private static final class CountingStore implements ChatStore {
        private static final String POISON = "poison";

        private final ChatStore real;
        private final AtomicInteger commits = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private volatile boolean broken;

        private static boolean isPoison(ChatWrite write) {
            return write instanceof ChatWrite.Send say && say.clientMessageId().equals(POISON);
        }

        CountingStore(ChatStore real) {
            this.real = real;
        }

        @Override
        public List<ChatWritten> commit(List<ChatWrite> writes, Instant at) {
            if (broken || writes.stream().anyMatch(CountingStore::isPoison)) {
                refusals.incrementAndGet();
                throw new StoreUnavailable("the disk is full", new IOException("no space"));
            }
            commits.incrementAndGet();
            return real.commit(writes, at);
        }

        @Override
        public List<Conversation> conversationsOf(String readerId) {
            return real.conversationsOf(readerId);
        }

        @Override
        public long countChanged(String conversationId, String readerId, long rev) {
            return real.countChanged(conversationId, readerId, rev);
        }

        @Override
        public List<ChatMessage> changed(String conversationId, String readerId, long rev, int limit) {
            return real.changed(conversationId, readerId, rev, limit);
        }

        @Override
        public Optional<HistoryPart> history(String conversationId, String readerId, Side side, long seq, int limit) {
            return real.history(conversationId, readerId, side, seq, limit);
        }

        @Override
        public List<MemberReceipt> receipts(String conversationId, String senderId, long seq) {
            return real.receipts(conversationId, senderId, seq);
        }

        @Override
        public List<ChatMessage> search(String readerId, SearchTerms terms, int limit) {
            return real.search(readerId, terms, limit);
        }

        @Override
        public Set<String> readersOf(String conversationId, String writerId) {
            return real.readersOf(conversationId, writerId);
        }

        @Override
        public Set<String> writersTo(String readerId, Set<String> accountIds) {
            return real.writersTo(readerId, accountIds);
        }

        @Override
        public OpenInvitations invitationsOf(String accountId) {
            return real.invitationsOf(accountId);
        }

        @Override
        public Set<String> companions(String accountId) {
            return real.companions(accountId);
        }

        @Override
        public List<Leftover> leftovers(Leftover after, int limit) {
            return real.leftovers(after, limit);
        }

        @Override
        public OptionalLong seenFile(String readerId, String sha256) {
            return real.seenFile(readerId, sha256);
        }

        @Override
        public Map<String, HistoryStart> historyStarts(Session session) {
            return real.historyStarts(session);
        }
    }
}
