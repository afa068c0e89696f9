package coderbased.history;

import coderbased.story.ServerProcess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coderbased.history.HeldHouseholds.Household;
import coderbased.protocol.Protocol;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cost of idle connected devices for one server, cost of letting them in, and cost of
 * turn one away. Prints the table of scaling.md.
 *
 * <p>{@code -Dholds.sockets=NUMBER} connects another number of devices.
 */
@EnabledOnOs(OS.LINUX)
final class OneNodeHoldsBench {

    private static final int SOCKETS = Integer.getInteger("holds.sockets", 10_000);

    /** A phone and a desktop. */
    private static final int DEVICES = 2;

    private static final int HANDSHAKES = 4_000;
    private static final int AT_ONCE = 48;

    /** Everybody is pinged at least once. */
    private static final Duration REST = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @Test
    void idleDevices() throws Exception {
        assumeTrue(openFiles() > SOCKETS + 1_000, "a program may not have so many sockets here");
        try (Fleet fleet = new Fleet(folder, 1, new SplittableRandom(1), Spent.BOTH_COMPILERS);
                HeldHouseholds people = new HeldHouseholds(
                        SOCKETS / DEVICES,
                        List.of(server(fleet).address()),
                        fleet.database().url(fleet.database().port()),
                        folder.resolve("node0").resolve("server"))) {
            URI address = server(fleet).address();
            Effort node = new Effort(server(fleet));
            knock(address, HANDSHAKES);
            long emptyHeap = node.liveBytes();
            long emptyMemory = node.residentBytes();
            measured(
                    "a connection that is opened, challenged and closed",
                    node,
                    HANDSHAKES,
                    () -> knock(address, HANDSHAKES));
            int early = people.all().size() / 5;
            people.connect(people.all().subList(0, early));
            List<Household> others = people.all().subList(early, people.all().size());
            measured("admitting a device", node, (long) others.size() * DEVICES, () -> people.connect(others));
            assertEquals(SOCKETS, people.open(), "everybody is connected");
            System.out.printf(
                    "heap of a connected device: %.1f KB; memory of the process: %.0f MB without any, %.0f MB with"
                            + " %d%n",
                    (node.liveBytes() - emptyHeap) / 1e3 / SOCKETS,
                    emptyMemory / 1e6,
                    node.residentBytes() / 1e6,
                    SOCKETS);
            measured(
                    "a second of %d silent devices".formatted(SOCKETS),
                    node,
                    REST.toSeconds(),
                    OneNodeHoldsBench::rest);
            noteThatAllAreActive(fleet, people);
        }
    }

    /** Repeats what a node writes every five minutes. */
    private static void noteThatAllAreActive(Fleet fleet, HeldHouseholds people) throws Exception {
        List<String> sessions = people.devices().map(HeldSocket::session).toList();
        try (Database open =
                Databases.connect(fleet.database().url(fleet.database().port()))) {
            Spent before = Spent.by(fleet);
            new SqlAuthStore(open).touch(sessions, Instant.now());
            Spent noted = Spent.by(fleet).since(before);
            System.out.printf(
                    "recording that all are active: %.1f s; for each %.3f ms of PostgreSQL's CPU time and %.0f"
                            + " bytes of its log%n",
                    noted.seconds(),
                    noted.amounts().get(Cost.DATABASE_CPU) / sessions.size(),
                    noted.amounts().get(Cost.LOG) / sessions.size());
        }
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    private static void measured(String what, Effort node, long times, Work work) throws Exception {
        double worked = node.workedMillis();
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%s: %.2f ms of the node's CPU time; %.0f a second with everything on one machine%n",
                what, (node.workedMillis() - worked) / times, times / seconds);
    }

    /** So many open a connection, hear the challenge and go again, some of them at a time. */
    private static void knock(URI node, int times) throws Exception {
        URI chat = URI.create("ws://" + node.getAuthority() + Protocol.CHAT_PATH);
        Semaphore free = new Semaphore(AT_ONCE);
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < times; i++) {
                free.acquire();
                http.newWebSocketBuilder().buildAsync(chat, new Knock(free)).exceptionally(refused -> {
                    throw new AssertionError("the node does not answer", refused);
                });
            }
            if (!free.tryAcquire(AT_ONCE, 60, TimeUnit.SECONDS)) {
                throw new AssertionError("not everybody heard the challenge");
            }
        }
    }

    /** Goes as soon as it was asked whose it is. */
    private record Knock(Semaphore free) implements WebSocket.Listener {

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            from.sendClose(WebSocket.NORMAL_CLOSURE, "");
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            free.release();
            return null;
        }
    }

    private static void rest() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(REST.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    private static ServerProcess server(Fleet fleet) {
        return fleet.nodes().getFirst().server();
    }

    private static long openFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
    }
}
