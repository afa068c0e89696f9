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
import coderbased.store.SqlChatStore;
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
import org.opentest4j.TestAbortedException;

/**
 * The machine stops at random moments while people talk, and what its files hold then is all that is left: a whole database,
 * with everything that was acknowledged. That what is written is brought to the disk before it is acknowledged is shown by
 * counting how often that is done.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments again.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class PowerCutTest {

    private static final int PEOPLE = 2;

    /** What each says between two moments. */
    private static final int BURST = 100;

    /** Of the messages in an image so many are read. */
    private static final int NEWEST = 1_000;

    private static final Duration AT_MOST = Duration.ofMinutes(1);

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CountingDevice> devices = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path data;
    private ServerProcess server;

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
    void whatIsAcknowledgedIsInTheFilesAtEachOfTwentyMoments() throws Exception {
        stopAtRandomMoments(20);
    }

    @Test
    @Tag("nightly")
    void whatIsAcknowledgedIsInTheFilesAtEachOfAThousandMoments() throws Exception {
        stopAtRandomMoments(1_000);
    }

    @Test
    @Tag("nightly")
    @EnabledOnOs(OS.LINUX)
    void betweenAnyTwoAcknowledgementsOfOneWhoWaitsForThemTheDiskIsAsked() throws Exception {
        Path calls = folder.resolve("calls.txt");
        Process watching = watch(calls);
        int messages = 100;
        for (int number = 1; number <= messages; number++) {
            int said = number;
            devices.getFirst().countTo(number);
            Soon.so("it is acknowledged", () -> devices.getFirst().acknowledged() == said);
        }
        watching.destroy();
        watching.waitFor();
        long asked;
        try (var lines = Files.lines(calls)) {
            asked = lines.filter(line -> line.contains("sync(")).count();
        }
        System.out.println(messages + " acknowledgements, the disk was asked " + asked + " times");
        assertTrue(asked >= messages, messages + " were acknowledged, and the disk was asked " + asked + " times");
    }

    private void stopAtRandomMoments(int times) throws Exception {
        int most = 0;
        for (int round = 1; round <= times; round++) {
            long target = (long) round * BURST;
            devices.forEach(device -> device.countTo(target));
            untilAcknowledged((target - BURST) * PEOPLE + random.nextInt(BURST * PEOPLE));
            server.standStill();
            Path image = copy(round);
            Map<String, Long> acknowledged = new HashMap<>();
            devices.forEach(device -> acknowledged.put(device.account(), device.acknowledged()));
            server.goOn();
            long inTheMiddle = acknowledged.values().stream().mapToLong(n -> n).sum() - (target - BURST) * PEOPLE;
            most += inTheMiddle > 0 && inTheMiddle < (long) BURST * PEOPLE ? 1 : 0;
            check(image, acknowledged);
            Soon.so(
                    "everything is acknowledged",
                    () -> devices.stream().allMatch(device -> device.acknowledged() == target));
        }
        System.out.println(times + " moments, " + most + " of them in the middle of talk");
        assertTrue(most > times / 10, "of " + times + " moments only " + most + " were in the middle of talk");
        assertEquals(List.of(), List.copyOf(wrong));
    }

    /** To the moment, for in a few milliseconds everything is acknowledged; some moments come too late all the same. */
    private void untilAcknowledged(long messages) {
        long late = System.nanoTime() + AT_MOST.toNanos();
        while (acknowledged() < messages && System.nanoTime() < late) {
            Thread.onSpinWait();
        }
    }

    private long acknowledged() {
        return devices.stream().mapToLong(CountingDevice::acknowledged).sum();
    }

    /** What a disk would hold, were it read now. The rest is made anew when a database is opened. */
    private Path copy(int round) throws IOException {
        Path image = Files.createDirectory(folder.resolve("image" + round));
        for (String file : List.of("coderbased.db", "coderbased.db-wal")) {
            Files.copy(data.resolve(file), image.resolve(file));
        }
        return image.resolve("coderbased.db");
    }

    private void check(Path image, Map<String, Long> acknowledged) throws IOException {
        try (Database database = Database.open(image)) {
            String sound = database.read(handle -> handle.createQuery("PRAGMA integrity_check")
                    .mapTo(String.class)
                    .one());
            assertEquals("ok", sound);
            ChatStore store = new SqlChatStore(database);
            Map<String, Long> stored = new HashMap<>();
            for (CountingDevice device : devices) {
                stored.putAll(count(store, device.account()));
            }
            acknowledged.forEach((account, number) -> assertTrue(
                    stored.getOrDefault(account, 0L) >= number,
                    account + " was told that " + number + " is stored, and there are " + stored.get(account)));
        }
        for (Path file : Files.list(image.getParent()).toList()) {
            Files.delete(file);
        }
    }

    /** How far everybody came in the one conversation of that account; nothing is missing, and the newest are as they were said. */
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

    private Process watch(Path calls) throws Exception {
        Process strace;
        try {
            strace = new ProcessBuilder(
                            "strace",
                            "-f",
                            "-e",
                            "trace=fsync,fdatasync",
                            "-o",
                            calls.toString(),
                            "-p",
                            "" + server.pid())
                    .redirectError(folder.resolve("strace.txt").toFile())
                    .start();
        } catch (IOException none) {
            throw new TestAbortedException("system calls can not be counted without strace: " + none, none);
        }
        Soon.so("the server is watched", () -> {
            if (!strace.isAlive()) {
                throw new TestAbortedException("strace may not watch a program here");
            }
            try {
                return Files.readString(folder.resolve("strace.txt")).contains("attached");
            } catch (IOException notYet) {
                return false;
            }
        });
        return strace;
    }
}
