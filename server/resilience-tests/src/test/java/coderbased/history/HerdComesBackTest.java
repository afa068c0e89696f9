package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.MadeSessions.Made;
import coderbased.client.net.WayBack;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed under everybody who is connected, and started again: all of them are back, at the pace at which
 * they are served and without knocking in vain for long, and nobody is logged out. Prints what it took.
 *
 * <p>{@code -Dherd.sockets=NUMBER} connects another number of devices; {@code -Dhistory.seed=NUMBER} draws the same
 * waits.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class HerdComesBackTest {

    private static final int MANY = Integer.getInteger("herd.sockets", 10_000);

    /** A phone and a desktop. */
    private static final int DEVICES = 2;

    private static final int AT_ONCE = 48;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);
    private final List<HerdSocket> herd = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void aHundredDevicesReturn() throws Exception {
        comeBack(100);
    }

    @Test
    @Tag("nightly")
    void tenThousandDevicesReturn() throws Exception {
        comeBack(MANY, Spent.BOTH_COMPILERS);
    }

    private void comeBack(int sockets, String... options) throws Exception {
        System.out.println("history.seed=" + seed);
        Path data = folder.resolve("server");
        List<Made> made = MadePeople.in(data, sockets / DEVICES, DEVICES - 1);
        List<String> all = new ArrayList<>(List.of("--port=" + FreePort.choose(random), "--behind-tls-proxy"));
        all.addAll(List.of(options));
        try (var listening = Executors.newFixedThreadPool(4);
                HttpClient http = HttpClient.newBuilder().executor(listening).build();
                ServerProcess server = ServerProcess.start(data, all.toArray(String[]::new))) {
            gather(made, server.address(), http);
            try {
                herd.forEach(HerdSocket::countAnew);
                long killed = System.nanoTime();
                server.kill();
                server.awaitEnd();
                server.start();
                long served = System.nanoTime();
                awaitAll();
                tell(killed, served);
            } finally {
                herd.forEach(HerdSocket::leave);
                http.shutdownNow();
            }
        }
    }

    private void tell(long killed, long served) {
        long[] back =
                herd.stream().mapToLong(one -> one.backAt() - served).sorted().toArray();
        int[] connections =
                herd.stream().mapToInt(HerdSocket::connections).sorted().toArray();
        System.out.printf(
                "%d devices, the server away for %.1f s; back after it was there, half of them: %.1f s, 99 of 100:"
                        + " %.1f s, the last: %.1f s;"
                        + " connections of each: %.2f, at most %d%n",
                back.length,
                (served - killed) / 1e9,
                back[back.length / 2] / 1e9,
                back[back.length * 99 / 100] / 1e9,
                back[back.length - 1] / 1e9,
                Arrays.stream(connections).average().orElseThrow(),
                connections[connections.length - 1]);
        assertEquals(
                List.of(),
                herd.stream()
                        .map(HerdSocket::loggedOut)
                        .filter(Objects::nonNull)
                        .toList());
        assertTrue(back[0] > killed - served, "everybody had lost the server");
    }

    /** A few at a time. */
    private void gather(List<Made> made, URI server, HttpClient http) {
        for (Made one : made) {
            HerdSocket device = new HerdSocket(one, server, http, new WayBack(random.split(), Clock.systemUTC()));
            herd.add(device);
            device.knock();
            if (herd.size() % AT_ONCE == 0) {
                awaitAll();
            }
        }
        awaitAll();
    }

    private void awaitAll() {
        while (!herd.stream().allMatch(HerdSocket::isLive)) {
            long before = live();
            Eventually.holds("more are back", () -> live() > before || live() == herd.size());
        }
    }

    private long live() {
        return herd.stream().filter(HerdSocket::isLive).count();
    }
}
