package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coderbased.history.HeldHouseholds.Household;
import coderbased.protocol.CloseCode;
import coderbased.story.Cable;
import coderbased.testing.Eventually;
import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Time from the press of a phone that logs out to the end of its desktops' connections at the other
 * servers, while ten thousand devices are connected to three of them: when all is well, without the bus, and at a
 * server that is cut off. Friends go on talking to whoever is logged out; nothing of that comes through when the
 * promised time is over. Prints what it measured.
 *
 * <p>{@code -Dreach.sockets=NUMBER} connects another number of devices.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Tag("nightly")
final class LogoutReachTest {

    private static final int NODES = 3;
    private static final int SOCKETS = Integer.getInteger("reach.sockets", 10_000);

    /** A phone, and a desktop at each server. */
    private static final int DEVICES = NODES + 1;

    /** So many log out in each part, one after the other in that time. */
    private static final int LEAVING = Math.max(4, SOCKETS / 100);

    private static final int ANYWHERE = -1;
    private static final Duration IN_TURN = Duration.ofSeconds(8);
    private static final Duration TALK_EVERY = Duration.ofMillis(500);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Executable> promises = new ArrayList<>();
    private HeldHouseholds people;
    private int gone;

    @TempDir
    private Path folder;

    @Test
    void aLogoutReachesEveryNode() throws Exception {
        assumeTrue(openFiles() > SOCKETS + 1_000, "a program may not have so many sockets here");
        try (Fleet fleet = new Fleet(folder, NODES, new SplittableRandom());
                HeldHouseholds connected = new HeldHouseholds(
                        SOCKETS / DEVICES,
                        addresses(fleet),
                        fleet.database().url(fleet.database().port()),
                        folder.resolve("node0").resolve("server"))) {
            people = connected;
            people.connect();
            allIsWell();
            theBusIsDead(fleet);
            serversAreCutOff(fleet);
        }
        assertAll(promises);
    }

    private void allIsWell() throws Exception {
        Duration promised = Duration.ofSeconds(1);
        List<Farewell> left = leave("all is well", meet(ANYWHERE), promised);
        everybodyElseIsHere("all is well");
        assertAllTold(left);
        Reach reach = print("all is well", left, Farewell::elsewhere);
        promises.add(() -> assertTrue(reach.p99() <= promised.toNanos(), "all is well: " + reach));
    }

    private void theBusIsDead(Fleet fleet) throws Exception {
        Duration promised = Duration.ofSeconds(5);
        List<Farewell> leaving = meet(ANYWHERE);
        fleet.bus().kill();
        List<Farewell> left = leave("the bus is dead", leaving, promised);
        everybodyElseIsHere("the bus is dead");
        assertAllTold(left);
        fleet.bus().start();
        Reach reach = print("the bus is dead", left, Farewell::elsewhere);
        promises.add(() -> assertTrue(reach.last() <= promised.toNanos(), "the bus is dead: " + reach));
        Eventually.holds("all servers are ready", fleet::isWhole);
    }

    /** One from the database, the bus carries on; the other from both. */
    private void serversAreCutOff(Fleet fleet) throws Exception {
        Duration promised = Duration.ofSeconds(10);
        List<URI> nodes = addresses(fleet);
        List<Farewell> leaving = meet(0);
        fleet.nodes().get(1).toDatabase().stall();
        List.of(fleet.nodes().get(2).toDatabase(), fleet.nodes().get(2).toBus()).forEach(Cable::stall);
        List<Farewell> left = leave("servers are cut off", leaving, promised);
        for (int node = 1; node < NODES; node++) {
            String what = node == 1 ? "cut off from the database" : "cut off from database and bus";
            URI there = nodes.get(node);
            Reach reach = print(what, left, farewell -> farewell.at(there));
            promises.add(() -> assertTrue(reach.last() <= promised.toNanos(), what + ": " + reach));
        }
    }

    /** All of these log out in turn, while their friends talk to them; returns when the last connection is over. */
    private List<Farewell> leave(String what, List<Farewell> all, Duration promised) throws Exception {
        System.out.printf(
                "%s: %d of %d sockets are open%n",
                what, people.open(), people.devices().count());
        try (ScheduledExecutorService talking = Executors.newSingleThreadScheduledExecutor()) {
            talking.scheduleWithFixedDelay(
                    () -> all.forEach(Farewell::talk), 0, TALK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                Farewell farewell = all.get(i);
                Executor inTurn =
                        CompletableFuture.delayedExecutor(IN_TURN.toMillis() * i / all.size(), TimeUnit.MILLISECONDS);
                calls.add(CompletableFuture.supplyAsync(() -> farewell.press(http), inTurn)
                        .thenCompose(Function.identity()));
            }
            for (CompletableFuture<Void> call : calls) {
                Eventually.answered(call);
            }
            Eventually.holds(
                    "everybody who logged out is out", () -> all.stream().allMatch(Farewell::isOver));
            talking.shutdownNow();
        }
        gone += all.size() * DEVICES;
        long late = all.stream()
                .mapToLong(farewell -> farewell.heardTooLate(promised))
                .sum();
        promises.add(() -> assertEquals(0, late, what + ": messages that were heard too late"));
        return all;
    }

    /** The next people who will leave, each in a conversation with a friend, where every device has heard something. */
    private List<Farewell> meet(int phoneAt) throws Exception {
        List<Farewell> met = new ArrayList<>();
        for (int i = 0; met.size() < LEAVING; i++) {
            Household household = people.all().get(i);
            if (i / NODES % 2 == 0
                    && household.phone().isOpen()
                    && (phoneAt == ANYWHERE || household.phoneAt() == phoneAt)) {
                met.add(new Farewell(household, people.all().get(i + NODES)));
            }
        }
        met.forEach(Farewell::talk);
        Eventually.holds("every device hears its friend", () -> met.stream().allMatch(Farewell::isHeard));
        return met;
    }

    private void everybodyElseIsHere(String what) {
        long expected = people.devices().count() - gone;
        long open = people.open();
        promises.add(() -> assertEquals(expected, open, what + ": who stays is connected"));
    }

    private void assertAllTold(List<Farewell> left) {
        List<Integer> codes = left.stream()
                .flatMap(Farewell::elsewhere)
                .map(desktop -> desktop.ended().join().code())
                .distinct()
                .toList();
        promises.add(() -> assertEquals(List.of(CloseCode.LOGGED_OUT.number()), codes));
    }

    /** Measured times in nanoseconds. */
    private record Reach(int sockets, long p50, long p99, long last) {

        static Reach of(Stream<Long> times) {
            List<Long> sorted = times.sorted().toList();
            int size = sorted.size();
            return new Reach(
                    size, sorted.get(size / 2), sorted.get(Math.min(size - 1, size * 99 / 100)), sorted.getLast());
        }

        @Override
        public String toString() {
            return "%d sockets: p50 %.0f ms, p99 %.0f ms, last %.0f ms"
                    .formatted(sockets, p50 / 1e6, p99 / 1e6, last / 1e6);
        }
    }

    private static Reach print(String what, List<Farewell> left, Function<Farewell, Stream<HeldSocket>> which) {
        Reach reach =
                Reach.of(left.stream().flatMap(farewell -> which.apply(farewell).map(farewell::took)));
        Reach answers = Reach.of(left.stream().map(Farewell::answerTook));
        System.out.printf(
                "%s: from the press to the end of %s; to the answer, %s; messages heard in between: %d%n",
                what,
                reach,
                answers,
                left.stream().mapToLong(Farewell::heardAfterTheAnswer).sum());
        return reach;
    }

    private static long openFiles() {
        return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
                .getMaxFileDescriptorCount();
    }

    private static List<URI> addresses(Fleet fleet) {
        return fleet.nodes().stream().map(node -> node.server().address()).toList();
    }
}
