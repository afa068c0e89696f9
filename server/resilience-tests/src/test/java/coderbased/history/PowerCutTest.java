package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.MadeSessions.Made;
import coderbased.chat.ChatStore;
import coderbased.chat.Conversation;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.chat.SqlChatStore;
import coderbased.story.ServerProcess;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine stops at random moments while people talk, and what its files hold then is all that is left: a whole
 * database, with everything that was acknowledged, also where of what was written last only parts came to the disk.
 * That the disk has what is acknowledged is shown by listening to what the server asks of the system.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments again.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class PowerCutTest {

    private static final String DATABASE = "coderbased.db";
    private static final String LOG = "coderbased.db-wal";

    private static final int PEOPLE = 2;

    /** First number of messages between two moments; more if they are sent before the server stands still. */
    private static final int BURST = 100;

    private static final int LONGEST_BURST = 20_000;

    /** Of the messages in an image so many are read. */
    private static final int NEWEST = 1_000;

    private static final Duration AT_MOST = Deadlines.of(Duration.ofMinutes(1));

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CountingDevice> devices = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path data;
    private ServerProcess server;
    private int torn;

    @BeforeEach
    void peopleMeet() throws Exception {
        System.out.println("history.seed=" + seed);
        data = folder.resolve("server");
        List<Made> people = MadePeople.in(data, PEOPLE, 0);
        server = ServerProcess.start(data, "--port=" + FreePort.choose(random), "--behind-tls-proxy");
        people.forEach(person -> devices.add(new CountingDevice(person, server.address(), http, wrong::add)));
        devices.forEach(CountingDevice::connect);
        for (int i = 0; i < PEOPLE; i += 2) {
            devices.get(i).meet(devices.get(i + 1));
        }
    }

    @AfterEach
    void stop() {
        devices.forEach(CountingDevice::leave);
        http.shutdownNow();
        server.close();
    }

    @Test
    void acknowledgedMessagesAreOnDiskAtTwentyMoments() throws Exception {
        stopAtRandomMoments(20);
    }

    @Test
    @Tag("nightly")
    void whatIsAcknowledgedIsInTheFilesAtEachOfAThousandMoments() throws Exception {
        stopAtRandomMoments(1_000);
    }

    /** One who waits for each before the next is said. */
    @Test
    @Tag("nightly")
    @EnabledOnOs(OS.LINUX)
    void theDiskIsForcedBeforeEachOfAHundredAcknowledgements() throws Exception {
        SystemCalls calls = SystemCalls.of(server, folder);
        int messages = 100;
        for (int number = 1; number <= messages; number++) {
            int said = number;
            devices.getFirst().countTo(number);
            Eventually.holds("it is acknowledged", () -> devices.getFirst().acknowledged() == said);
        }
        int fromTheDisk = calls.acknowledgedFromTheDisk();
        System.out.println(messages + " acknowledgements, " + fromTheDisk + " of them from the disk");
        assertEquals(messages, fromTheDisk);
    }

    private void stopAtRandomMoments(int times) throws Exception {
        int most = 0;
        int burst = BURST;
        long counted = 0;
        for (int round = 1; round <= times; round++) {
            long before = counted * PEOPLE;
            long target = counted + burst;
            devices.forEach(device -> device.countTo(target));
            untilAcknowledged(before + random.nextInt(burst * PEOPLE));
            server.standStill();
            Path image = copy(data, folder.resolve("image"));
            Map<String, Long> acknowledged = new HashMap<>();
            devices.forEach(device -> acknowledged.put(device.account(), device.acknowledged()));
            server.goOn();
            long inTheMiddle = acknowledged.values().stream().mapToLong(n -> n).sum() - before;
            boolean isTooLate = inTheMiddle == (long) burst * PEOPLE;
            most += inTheMiddle > 0 && !isTooLate ? 1 : 0;
            burst = isTooLate ? Math.min(2 * burst, LONGEST_BURST) : burst;
            counted = target;
            check(image, acknowledged);
            Eventually.holds(
                    "everything is acknowledged",
                    () -> devices.stream().allMatch(device -> device.acknowledged() == target));
        }
        System.out.println(times + " moments, " + most
                + " of them in the middle of talk; what was written last was torn in " + torn);
        assertTrue(torn > 0, "nothing was torn");
        assertTrue(most > times / 10, "of " + times + " moments only " + most + " were in the middle of talk");
        assertEquals(List.of(), List.copyOf(wrong));
    }

    /** To the moment, for soon everything is acknowledged; some moments come too late all the same. */
    private void untilAcknowledged(long messages) {
        long late = System.nanoTime() + AT_MOST.toNanos();
        while (acknowledged() < messages && System.nanoTime() < late) {
            Thread.onSpinWait();
        }
    }

    private long acknowledged() {
        return devices.stream().mapToLong(CountingDevice::acknowledged).sum();
    }

    /** Returns what a disk would hold, were it read now. The rest is made anew when a database is opened. */
    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (String file : List.of(DATABASE, LOG)) {
            Files.copy(from.resolve(file), to.resolve(file));
        }
        return to;
    }

    private void check(Path image, Map<String, Long> acknowledged) throws IOException {
        Map<String, Long> stored = stored(copy(image, folder.resolve("whole")));
        acknowledged.forEach((account, number) -> assertTrue(
                stored.getOrDefault(account, 0L) >= number,
                account + " was told that " + number + " is stored, and there are " + stored.get(account)));
        TornLog log = TornLog.read(image.resolve(LOG));
        if (log.canBeTorn()) {
            checkTorn(image, log, acknowledged);
        }
        delete(image);
    }

    /** Checks that acknowledged messages are there, except those of the torn last transaction. */
    private void checkTorn(Path image, TornLog log, Map<String, Long> acknowledged) throws IOException {
        torn++;
        Path place = copy(image, folder.resolve("torn"));
        log.tear(place.resolve(LOG), random);
        Map<String, Long> stored = stored(place);
        if (acknowledged.entrySet().stream()
                .anyMatch(said -> stored.getOrDefault(said.getKey(), 0L) < said.getValue())) {
            Path before = copy(image, folder.resolve("before"));
            log.writeWithoutLast(before.resolve(LOG));
            assertEquals(stored(before), stored);
        }
    }

    /** Returns how far everybody came, as a server finds it that is started on those files. */
    private Map<String, Long> stored(Path image) throws IOException {
        Map<String, Long> stored = new HashMap<>();
        try (Database database = Databases.open(image.resolve(DATABASE))) {
            String sound = database.read(handle -> handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .one());
            assertEquals("ok", sound);
            ChatStore store = new SqlChatStore(database);
            for (CountingDevice device : devices) {
                stored.putAll(count(store, device.account()));
            }
        }
        delete(image);
        return stored;
    }

    private static void delete(Path image) throws IOException {
        for (Path file : Files.list(image).toList()) {
            Files.delete(file);
        }
        Files.delete(image);
    }

    /**
     * Returns how far everybody came in the one conversation of that account; nothing is missing, and the newest are as
     * they were said.
     */
    private static Map<String, Long> count(ChatStore store, String account) {
        Conversation conversation = store.conversationsOf(account).getFirst();
        assertEquals(conversation.lastRev(), store.countChanged(conversation.id(), account, 0));
        Map<String, Long> counted = new HashMap<>();
        long at = Math.max(0, conversation.lastRev() - NEWEST);
        while (at < conversation.lastRev()) {
            for (ChatMessage message : store.changed(conversation.id(), account, at, Protocol.BATCH_SIZE)) {
                assertEquals(at + 1, message.seq());
                at = message.rev();
                String words = message.body() instanceof Body.Text(String text) ? text : "";
                long number = Long.parseLong(words);
                assertEquals(counted.getOrDefault(message.senderId(), number - 1) + 1, number);
                counted.put(message.senderId(), number);
            }
        }
        return counted;
    }
}
