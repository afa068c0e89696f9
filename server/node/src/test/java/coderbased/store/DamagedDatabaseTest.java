package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite;
import coderbased.chat.Conversation;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One bit of a database is another one than was written. Either it is not opened, with a sentence that names it, and left as
 * it is; or reading fails; or what is there is all there: no conversation and no message is missing without a word.
 *
 * <p>{@code -Dhistory.seed=NUMBER} turns the same bits again.
 */
final class DamagedDatabaseTest {

    private static final int CONVERSATIONS = 4;
    private static final int MESSAGES = 60;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    private byte[] sound;
    private Map<String, List<String>> written;

    private enum End {
        NOT_OPENED,
        NOT_READ,
        AS_WRITTEN,
        ANOTHER_TEXT,
        SHORTER
    }

    @BeforeEach
    void peopleHaveTalked() throws IOException {
        Path file = folder.resolve("sound.db");
        try (Database database = Database.open(file)) {
            SqlChatStore store = new SqlChatStore(database);
            for (int i = 0; i < CONVERSATIONS; i++) {
                String conversation = "conversation" + i;
                store.commit(List.of(new ChatWrite.OpenDirect(conversation, "ada", "other" + i)), Instant.EPOCH);
                for (int j = 0; j < MESSAGES; j++) {
                    store.commit(
                            List.of(new ChatWrite.Say(
                                    conversation, "ada", "m" + j, new Body.Text("what was said " + j), null, false)),
                            Instant.EPOCH);
                }
            }
            written = read(store);
        }
        sound = Files.readAllBytes(file);
        assertEquals(CONVERSATIONS, written.size());
    }

    @Test
    void ofTenDamagedDatabasesNoneIsSilentlyShorter() throws IOException {
        turnABit(10);
    }

    @Test
    @Tag("nightly")
    void ofTwoHundredDamagedDatabasesNoneIsSilentlyShorter() throws IOException {
        turnABit(200);
    }

    private void turnABit(int times) throws IOException {
        System.out.println("history.seed=" + seed);
        Map<End, Integer> ends = new EnumMap<>(End.class);
        for (int i = 0; i < times; i++) {
            byte[] damaged = sound.clone();
            int bit = random.nextInt(damaged.length * 8);
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            Path file = Files.write(
                    Files.createDirectory(folder.resolve("damaged" + i)).resolve("chat.db"), damaged);
            ends.merge(end(file, damaged), 1, Integer::sum);
        }
        System.out.println(times + " databases with one wrong bit: " + ends);
        assertEquals(0, ends.getOrDefault(End.SHORTER, 0));
    }

    private End end(Path file, byte[] damaged) throws IOException {
        try (Database database = Database.open(file)) {
            return compared(read(new SqlChatStore(database)));
        } catch (IOException refused) {
            assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
            assertArrayEquals(damaged, Files.readAllBytes(file));
            return End.NOT_OPENED;
        } catch (RuntimeException unreadable) {
            return End.NOT_READ;
        }
    }

    private End compared(Map<String, List<String>> now) {
        if (now.equals(written)) {
            return End.AS_WRITTEN;
        }
        boolean whole = now.keySet().equals(written.keySet())
                && now.values().stream().allMatch(texts -> texts.size() == MESSAGES);
        return whole ? End.ANOTHER_TEXT : End.SHORTER;
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
