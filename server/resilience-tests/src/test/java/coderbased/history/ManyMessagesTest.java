package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.MadeSessions.Made;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People count aloud, two and two, as fast as the server takes it, while it is killed again and again: every number
 * that was acknowledged stands where the acknowledgement says, everybody heard each once and in order, as it came and
 * once more when everything is read again from the beginning.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same moments again; {@code -Dhistory.messages=NUMBER} counts further or
 * less far.
 */
final class ManyMessagesTest {

    private static final int PAIRS = 20;
    private static final int KILLS = 20;

    /** So many read everything again at the same time. */
    private static final int TOGETHER = 4;

    private static final long MANY = Long.getLong("history.messages", 10_000_000);

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<CountingDevice> devices = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void tenThousandMessagesLoseNothing() throws Exception {
        count(10_000, 2);
    }

    @Test
    @Tag("nightly")
    void tenMillionMessagesLoseNothing() throws Exception {
        count(MANY, KILLS, Spent.BOTH_COMPILERS);
    }

    private void count(long messages, int kills, String... options) throws Exception {
        System.out.println("history.seed=" + seed);
        Path data = folder.resolve("server");
        List<Made> people = MadePeople.in(data, 2 * PAIRS, 0);
        List<String> all = new ArrayList<>(List.of("--port=" + FreePort.choose(random), "--behind-tls-proxy"));
        all.addAll(List.of(options));
        try (ServerProcess server = ServerProcess.start(data, all.toArray(String[]::new))) {
            gather(people, server.address());
            long each = messages / people.size();
            long began = System.nanoTime();
            devices.forEach(device -> device.countTo(each));
            for (long kill = 1; kill <= kills; kill++) {
                long so = each * people.size() * kill / (kills + 1) + random.nextInt((int) (messages / kills / 4));
                awaitAcknowledged(so);
                server.kill();
                server.awaitEnd();
                server.start();
            }
            awaitAll(each);
            double seconds = (System.nanoTime() - began) / 1e9;
            List<Long> asTheyCame = devices.stream().map(CountingDevice::digest).toList();
            server.kill();
            server.awaitEnd();
            server.start();
            for (int i = 0; i < devices.size(); i += TOGETHER) {
                devices.subList(i, i + TOGETHER).forEach(CountingDevice::hearAgain);
                awaitAll(each);
            }
            System.out.printf(
                    "%d messages, %d kills, %.0f s; read again after %.0f s%n",
                    each * people.size(), kills, seconds, (System.nanoTime() - began) / 1e9 - seconds);
            assertEquals(List.of(), wrong.stream().limit(20).toList());
            assertEquals(
                    asTheyCame, devices.stream().map(CountingDevice::digest).toList());
            for (int i = 0; i < devices.size(); i += 2) {
                assertEquals(asTheyCame.get(i), asTheyCame.get(i + 1), "both heard the same");
            }
            assertTrue(devices.stream().allMatch(CountingDevice::standsByItsAcknowledgements));
        } finally {
            devices.forEach(CountingDevice::leave);
            http.shutdownNow();
        }
    }

    private void gather(List<Made> people, URI server) throws Exception {
        people.forEach(person -> devices.add(new CountingDevice(person, server, http, wrong::add)));
        devices.forEach(CountingDevice::connect);
        for (int i = 0; i < devices.size(); i += 2) {
            devices.get(i).meet(devices.get(i + 1));
        }
    }

    private void awaitAcknowledged(long messages) {
        await(() -> acknowledged() >= messages);
    }

    private void awaitAll(long each) {
        await(() -> devices.stream().allMatch(device -> device.isDone(2 * each)));
    }

    /** However long it takes, as long as it goes on. */
    private void await(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            long before = progress();
            try {
                Eventually.holds("more is acknowledged and heard", () -> so.getAsBoolean() || progress() > before);
            } catch (AssertionError e) {
                throw new AssertionError(devices.toString(), e);
            }
        }
    }

    private long acknowledged() {
        return devices.stream().mapToLong(CountingDevice::acknowledged).sum();
    }

    private long progress() {
        return acknowledged()
                + devices.stream().mapToLong(CountingDevice::heard).sum();
    }
}
