package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.ChatWrite;
import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.store.chat.SqlChatStore;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A conversation of a hundred thousand messages: each page of it costs what the first one costs. */
@Tag("nightly")
final class LongConversationTest {

    private static final int MESSAGES = 100_000;
    private static final int TOGETHER = 500;
    private static final int PAGE = 100;
    private static final long PAGE_MILLIS = 60;

    @TempDir
    private Path place;

    private Database database;
    private ChatStore store;

    @BeforeEach
    void adaTalksVeryMuch() throws Exception {
        database = Databases.open(place.resolve("chat.db"));
        store = new SqlChatStore(database, AccountLimits.unlimited());
        store.commit(List.of(new ChatWrite.OpenDirect("c", "ada", "bob")), Instant.EPOCH);
        for (int from = 1; from <= MESSAGES; from += TOGETHER) {
            store.commit(
                    IntStream.range(from, from + TOGETHER)
                            .mapToObj(LongConversationTest::say)
                            .toList(),
                    Instant.EPOCH);
        }
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void everyPageIsReadQuickly() {
        for (long before = MESSAGES + 1; before > 1; before -= PAGE) {
            long seq = before;
            List<Long> seqs =
                    quick(() -> store.history("c", "bob", Side.BEFORE, seq, PAGE).orElseThrow().messages().stream()
                            .map(message -> message.seq())
                            .toList());
            assertEquals(LongStream.range(before - PAGE, before).boxed().toList(), seqs);
        }
    }

    @Test
    void jumpsAndSearchesAreQuick() {
        for (long seq = 1; seq <= MESSAGES; seq += 9_973) {
            long there = seq;
            assertTrue(quick(() -> store.history("c", "bob", Side.AROUND, there, PAGE))
                    .isPresent());
            assertEquals(there, quick(() -> search("w" + there + "w")).getFirst());
        }
        assertEquals(MESSAGES, quick(() -> search("word")).getFirst());
        assertEquals(PAGE, quick(() -> store.changed("c", "bob", 0, PAGE)).size());
    }

    private List<Long> search(String word) {
        return store.search("bob", new SearchTerms(List.of(word), "c", null), PAGE).stream()
                .map(message -> message.seq())
                .toList();
    }

    /** Does it, in processor time: what else the machine does is not this code's fault. */
    private static <T> T quick(Supplier<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        T done = work.get();
        long millis = (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
        assertTrue(millis < PAGE_MILLIS, millis + " ms");
        return done;
    }

    private static ChatWrite say(int seq) {
        return new ChatWrite.Send("c", "ada", "m" + seq, new Body.Text("word w" + seq + "w"), null, false);
    }
}
