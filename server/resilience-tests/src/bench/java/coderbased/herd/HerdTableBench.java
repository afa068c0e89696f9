package coderbased.herd;

import coderbased.herd.Herd.Manners;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Time until all devices of a group of nodes are back: ten thousand, a hundred thousand, a million. Prints
 * the tables of scaling.md.
 *
 * <p>{@code -Dherd.seed=NUMBER} draws other chances.
 */
final class HerdTableBench {

    private static final long SEED = Long.getLong("herd.seed", 1);

    /** Measured on one core, in seconds; see scaling.md. */
    private static final double HANDSHAKE = 0.0008;

    private static final double DEVICE = 0.0139;
    private static final double DEVICE_IN_THE_DATABASE = 0.0031;

    /** Redis does one thing at a time; for each node more it tells one more that a device was let in. */
    private static final double DEVICE_ON_THE_BUS = 0.00017;

    private static final double FOR_EACH_NODE_MORE = 0.00002;

    /** A node and a database with so many such cores of their own. */
    private static final int CORES = 8;

    private static final int CORES_OF_THE_DATABASE = 16;

    private static final List<Group> GROUPS =
            List.of(new Group(10_000, 3), new Group(100_000, 3), new Group(1_000_000, 20));
    /** Without parts of what the product does, for comparison. */
    private static final Group COMPARED = new Group(100_000, 3);

    private static final Set<Manners> OTHER_MANNERS = EnumSet.complementOf(EnumSet.of(Manners.AS_BUILT));
    private static final int REGIONS = 3;
    private static final Duration UNTIL_THE_ADDRESS_LEADS_ELSEWHERE = Duration.ofSeconds(60);

    /** Nodes on one database. */
    private record Group(int devices, int nodes) {

        Pace pace() {
            double database = CORES_OF_THE_DATABASE / DEVICE_IN_THE_DATABASE;
            double bus = 1 / (DEVICE_ON_THE_BUS + (nodes - 1) * FOR_EACH_NODE_MORE);
            return Pace.of(CORES / HANDSHAKE, CORES / DEVICE).sharing(Math.min(database, bus), nodes);
        }
    }

    @BeforeAll
    static void head() {
        System.out.println("| what happens | | devices | nodes that admit them | half are back | 95 % | 99 % | all"
                + " | being admitted at once, one node | attempts in the busiest second, all nodes"
                + " | attempts per device | most attempts of one device |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    }

    @Test
    void oneNodeIsKilled() {
        for (Group group : GROUPS) {
            int others = group.nodes() - 1;
            Herd herd = new Herd(group.devices() / group.nodes(), others, group.pace(), Manners.AS_BUILT, SEED);
            print("one node is killed", Manners.AS_BUILT, herd, herd.losesItsNode());
        }
    }

    @Test
    void oneNodeRestartsInOrder() {
        for (Group group : GROUPS) {
            int others = group.nodes() - 1;
            Herd herd = new Herd(group.devices() / group.nodes(), others, group.pace(), Manners.AS_BUILT, SEED);
            print("one node restarts", Manners.AS_BUILT, herd, herd.isSentAway());
        }
    }

    @Test
    void allDevicesLoseTheirConnections() {
        for (Group group : GROUPS) {
            allDevicesLoseTheirConnections(group, Manners.AS_BUILT);
        }
        OTHER_MANNERS.forEach(manners -> allDevicesLoseTheirConnections(COMPARED, manners));
    }

    @Test
    void aRegionIsLost() {
        for (Group group : GROUPS) {
            aRegionIsLost(group, Manners.AS_BUILT);
        }
        OTHER_MANNERS.forEach(manners -> aRegionIsLost(COMPARED, manners));
    }

    private static void allDevicesLoseTheirConnections(Group group, Manners manners) {
        Herd herd = new Herd(group.devices(), group.nodes(), group.pace(), manners, SEED);
        print("all lose their connections", manners, herd, herd.losesItsNode());
    }

    private static void aRegionIsLost(Group group, Manners manners) {
        int others = (REGIONS - 1) * group.nodes();
        Herd herd = new Herd(group.devices(), others, group.pace(), manners, SEED);
        String what = "one of %d regions is lost".formatted(REGIONS);
        print(what, manners, herd, herd.losesItsRegion(UNTIL_THE_ADDRESS_LEADS_ELSEWHERE));
    }

    private static void print(String what, Manners manners, Herd herd, Tally tally) {
        System.out.printf(
                "| %s | %s | %,d | %d | %s | %s | %s | %s | %,d | %,d | %.1f | %d |%n",
                what,
                manners,
                herd.size(),
                herd.nodes(),
                seconds(tally.back(50)),
                seconds(tally.back(95)),
                seconds(tally.back(99)),
                seconds(tally.back(100)),
                herd.mostResuming(),
                tally.attemptsInBusiestSecond(),
                tally.attemptsEach(),
                tally.mostOfOneDevice());
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(passed -> "%,.0f s".formatted(passed.toMillis() / 1e3)).orElse("over 1 h");
    }
}
