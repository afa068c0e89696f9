package coderbased.history;

import coderbased.history.FleetFaults.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three servers are one, and whatever is killed, stops or is cut off while people talk over them: a node, the database,
 * the bus, a cable. Nothing that was acknowledged is lost, nothing is shown twice or out of order, and nobody is logged
 * out.
 *
 * <p>{@code -Dhistory.seed=NUMBER} draws the same faults, moments and words again. The history stays in {@code
 * target/history}.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
final class FaultRoundsTest {

    private static final int NODES = 3;
    private static final List<Fault> ALL = List.of(
            FleetFaults::aNodeIsKilled,
            FleetFaults::theDatabaseIsKilled,
            FleetFaults::theDatabaseStandsStill,
            FleetFaults::theBusIsKilled,
            FleetFaults::theBusStandsStill,
            FleetFaults::theBusForgetsEverything,
            FleetFaults::aNodeIsCutOffFromTheDatabase,
            FleetFaults::aNodeIsCutOffFromTheBus,
            FleetFaults::aNodeRestarts);

    /** Longer than a node serves without its database. */
    private static final int LONGEST_MILLIS = 15_000;

    private final long seed = Long.getLong("history.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    /** Each kind of fault, in any order, as far as the time goes. */
    @Test
    @Tag("nightly")
    void anyFaultLosesNothing() throws Exception {
        List<Fault> once = new ArrayList<>(ALL);
        Collections.shuffle(once, new Random(seed));
        Iterator<Fault> next = once.iterator();
        strike(
                new Strength(5, 20, once.size(), Duration.ofSeconds(12), 1_000),
                faults -> next.next().strike(faults));
    }

    @RepeatedTest(5)
    @Tag("nightly")
    void aHundredNodesAreKilled() throws Exception {
        strike(Strength.of(10, 50), FleetFaults::aNodeIsKilled);
    }

    @RepeatedTest(5)
    @Tag("nightly")
    void theDatabaseFailsAHundredTimes() throws Exception {
        strike(Strength.of(10, 50), faults -> {
            if (random.nextBoolean()) {
                faults.theDatabaseIsKilled();
            } else {
                faults.theDatabaseStandsStill();
            }
        });
    }

    @RepeatedTest(5)
    @Tag("nightly")
    void theBusFailsAHundredTimes() throws Exception {
        strike(Strength.of(10, 50), faults -> {
            switch (random.nextInt(3)) {
                case 0 -> faults.theBusIsKilled();
                case 1 -> faults.theBusStandsStill();
                default -> faults.theBusForgetsEverything();
            }
        });
    }

    @RepeatedTest(5)
    @Tag("nightly")
    void aNodeIsCutOffAHundredTimes() throws Exception {
        strike(Strength.of(10, 50), faults -> {
            if (random.nextBoolean()) {
                faults.aNodeIsCutOffFromTheDatabase();
            } else {
                faults.aNodeIsCutOffFromTheBus();
            }
        });
    }

    @Test
    @Tag("nightly")
    void twentyRollingRestarts() throws Exception {
        strike(Strength.of(25, 200), FleetFaults::everyNodeRestartsInTurn);
    }

    /**
     * The load of a round.
     *
     * @param rounds at most so many, so that each history can be read to its beginning by everybody
     */
    private record Strength(int people, int messagesPerSecond, int rounds, Duration budget, int longestMillis) {

        /** Twenty rounds, {@code -Dhistory.rounds=NUMBER} for another number. */
        static Strength of(int people, int messagesPerSecond) {
            int rounds = Integer.getInteger("history.rounds", 20);
            return new Strength(people, messagesPerSecond, rounds, Duration.ofHours(1), LONGEST_MILLIS);
        }
    }

    private void strike(Strength strength, Fault fault) throws Exception {
        System.out.println("history.seed=" + seed);
        try (Fleet fleet = new Fleet(folder, NODES, random);
                Rounds rounds = new Rounds(seed, random, fleet.address(), folder.resolve("devices"))) {
            FleetFaults faults = new FleetFaults(fleet, random, strength.longestMillis());
            rounds.gather(strength.people());
            rounds.run(strength.messagesPerSecond(), strength.rounds(), strength.budget(), () -> fault.strike(faults));
        }
    }
}
