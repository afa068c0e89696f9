package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatWrite;
import coderbased.chat.Conversation;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bit of a database is another one than was written. Either it is not opened, with a sentence that names it, and
 * left as it is; or reading fails; or what is there is all there: no conversation and no message is missing without a
 * word. Only the end of the log of a server that was killed may be, as after a power cut: the one looks like the other.
 *
 * <p>{@code -Dhistory.seed=NUMBER} turns the same bits again.
 */
final class DamagedDatabaseTest {

    private static final int CONVERSATIONS = 4;
    private static final int MESSAGES = 60;

    /** In the end of a transaction a wrong bit hides that one and the next, where no other follows. */
    private static final int LIKE_A_POWER_CUT = 2;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    private Map<String, byte[]> ended;
    private Map<String, byte[]> killed;
    private Map<String, List<String>> written;

    private enum End {
        NOT_OPENED,
        NOT_READ,
        AS_WRITTEN,
        ANOTHER_TEXT,
        LIKE_AFTER_A_POWER_CUT,
        SHORTER
    }

    @BeforeEach
    void peopleHaveTalked() throws IOException {
        System.out.println("history.seed=" + seed);
        Path file = folder.resolve("chat.db");
        try (Database database = Databases.open(file)) {
            SqlChatStore store = new SqlChatStore(database, AccountLimits.unlimited());
            for (int i = 0; i < CONVERSATIONS; i++) {
                String conversation = "conversation" + i;
                store.commit(List.of(new ChatWrite.OpenDirect(conversation, "ada", "other" + i)), Instant.EPOCH);
                for (int j = 0; j < MESSAGES; j++) {
                    store.commit(
                            List.of(new ChatWrite.Send(
                                    conversation, "ada", "m" + j, new Body.Text("what was said " + j), null, false)),
                            Instant.EPOCH);
                }
            }
            written = read(store);
            killed = files(folder);
        }
        ended = files(folder);
        assertEquals(CONVERSATIONS, written.size());
        assertEquals(Set.of("chat.db"), ended.keySet());
        assertEquals(Set.of("chat.db", "chat.db-wal"), killed.keySet());
    }

    @Test
    void tenDamagedDatabasesLoseNothingSilently() throws IOException {
        turnABit(ended, 10);
    }

    @Test
    @Tag("nightly")
    void twoHundredDamagedDatabasesLoseNothingSilently() throws IOException {
        turnABit(ended, 200);
    }

    @Test
    void tenDatabasesDamagedAfterAKillLoseNothingSilently() throws IOException {
        turnABit(killed, 10);
    }

    @Test
    @Tag("nightly")
    void twoHundredDatabasesDamagedAfterAKillLoseNothingSilently() throws IOException {
        turnABit(killed, 200);
    }

    private void turnABit(Map<String, byte[]> sound, int times) throws IOException {
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int i = 0; i < times; i++) {
            Map<String, byte[]> damaged = new TreeMap<>(sound);
            long bit = random.nextLong(
                    8L * sound.values().stream().mapToInt(bytes -> bytes.length).sum());
            for (String name : sound.keySet()) {
                long bits = 8L * sound.get(name).length;
                if (0 <= bit && bit < bits) {
                    damaged.put(name, sound.get(name).clone());
                    damaged.get(name)[(int) (bit / 8)] ^= (byte) (1 << bit % 8);
                }
                bit -= bits;
            }
            ends.merge(end(Files.createDirectory(folder.resolve("damaged" + i)), damaged), 1, Integer::sum);
        }
        System.out.println(times + " databases with one wrong bit: " + ends);
        assertEquals(0, ends.getOrDefault(End.SHORTER, 0));
    }

    private End end(Path place, Map<String, byte[]> damaged) throws IOException {
        for (Map.Entry<String, byte[]> file : damaged.entrySet()) {
            Files.write(place.resolve(file.getKey()), file.getValue());
        }
        Path file = place.resolve("chat.db");
        try (Database database = Databases.open(file)) {
            return whatIsRead(database);
        } catch (IOException e) {
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
            Map<String, byte[]> left = files(place);
            assertEquals(damaged.keySet(), left.keySet(), e.getMessage());
            damaged.forEach((name, bytes) -> assertArrayEquals(bytes, left.get(name), e.getMessage()));
            return End.NOT_OPENED;
        }
    }

    private End whatIsRead(Database database) {
        try {
            return compared(read(new SqlChatStore(database, AccountLimits.unlimited())));
        } catch (RuntimeException _) {
            return End.NOT_READ;
        }
    }

    /** The database and its log, where there is anything in it; the rest is made anew when it is opened. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("chat.db", "chat.db-wal")) {
            Path file = folder.resolve(name);
            if (Files.exists(file) && Files.size(file) > 0) {
                files.put(name, Files.readAllBytes(file));
            }
        }
        return files;
    }

    private End compared(Map<String, List<String>> now) {
        if (now.equals(written)) {
            return End.AS_WRITTEN;
        }
        boolean whole = now.keySet().equals(written.keySet())
                && now.values().stream().allMatch(texts -> texts.size() == MESSAGES);
        if (whole) {
            return End.ANOTHER_TEXT;
        }
        return now.equals(withoutTheLast(1)) || now.equals(withoutTheLast(LIKE_A_POWER_CUT))
                ? End.LIKE_AFTER_A_POWER_CUT
                : End.SHORTER;
    }

    /** Returns what had been written so many messages ago. */
    private Map<String, List<String>> withoutTheLast(int messages) {
        Map<String, List<String>> earlier = new TreeMap<>(written);
        earlier.computeIfPresent(
                "conversation" + (CONVERSATIONS - 1), (_, texts) -> texts.subList(0, MESSAGES - messages));
        return earlier;
    }

    private static Map<String, List<String>> read(SqlChatStore store) {
        Map<String, List<String>> all = new TreeMap<>();
        for (Conversation conversation : store.conversationsOf("ada")) {
            List<String> texts = new ArrayList<>();
            for (ChatMessage message : store.changed(conversation.id(), "ada", 0, 2 * MESSAGES)) {
                texts.add(message.toString());
            }
            all.put(conversation.id(), texts);
        }
        return all;
    }
}
