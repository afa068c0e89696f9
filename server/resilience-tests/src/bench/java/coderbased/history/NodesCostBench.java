package coderbased.history;

import coderbased.testing.Eventually;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cost of the same people with the same messages on one, two and three servers: at rest, for each device that
 * connects, and for each message. Prints the tables of scaling.md.
 */
@EnabledOnOs(OS.LINUX)
final class NodesCostBench {

    private static final int MOST_NODES = 3;
    private static final int PEOPLE = 10;
    private static final int MESSAGES_PER_SECOND = 50;
    private static final Duration TALK = Duration.ofSeconds(30);
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(15);

    /** Later than that, PostgreSQL's processes have told what they counted. */
    private static final Duration TOLD = Duration.ofSeconds(11);

    /**
     * Each with a phone and three desktops, spread over the servers. The first of them come before anything is
     * measured.
     */
    private static final int HOUSEHOLDS = 300;

    private static final int FIRST = 60;

    private static final int DESKTOPS = 3;

    private final SplittableRandom random = new SplittableRandom(1);

    @TempDir
    private Path folder;

    /** Cost of one fleet: a second of rest, a device that connects, a message. */
    private record Bill(Spent rest, Spent device, Spent message) {}

    @Test
    void oneTwoAndThreeNodesServeTheSameLoad() throws Exception {
        Map<Integer, Bill> bills = new TreeMap<>();
        for (int nodes = 1; nodes <= MOST_NODES; nodes++) {
            bills.put(nodes, bill(nodes));
        }
        print("a second at rest", bills.values().stream().map(Bill::rest).toList());
        print(
                "a device that connects",
                bills.values().stream().map(Bill::device).toList());
        print("a message", bills.values().stream().map(Bill::message).toList());
    }

    private Bill bill(int nodes) throws Exception {
        Path place = folder.resolve("fleet" + nodes);
        try (Fleet fleet = new Fleet(place, nodes, random, Spent.BOTH_COMPILERS);
                History history = new History(Path.of("target", "history", "cost" + nodes + ".tsv"));
                Crowd crowd = new Crowd(fleet.address(), place.resolve("devices"), history);
                HeldHouseholds many = new HeldHouseholds(
                        HOUSEHOLDS,
                        spread(fleet),
                        fleet.database().url(fleet.database().port()),
                        place.resolve("node0").resolve("server"))) {
            Spent.withoutCleaning(fleet);
            crowd.gather(people(fleet, place.resolve("devices"), history));
            many.connect(many.all().subList(0, FIRST));
            talk(crowd, WARM);
            let(TOLD);
            Spent began = Spent.by(fleet);
            let(REST);
            Spent rested = Spent.by(fleet);
            many.connect(many.all().subList(FIRST, HOUSEHOLDS));
            let(TOLD);
            Spent connected = Spent.by(fleet);
            long said = talk(crowd, TALK);
            let(TOLD);
            Spent talked = Spent.by(fleet);
            assertEquals(many.devices().count(), many.open(), "everybody is connected");
            Spent idle = rested.since(began);
            return new Bill(
                    idle.each(idle.seconds()),
                    connected.since(rested).without(idle).each((HOUSEHOLDS - FIRST) * (1 + DESKTOPS)),
                    talked.since(connected).without(idle).each(said));
        }
    }

    private long talk(Crowd crowd, Duration howLong) throws Exception {
        try (Talk talk = new Talk(crowd, random.split())) {
            talk.start(MESSAGES_PER_SECOND);
            let(howLong);
            talk.close();
            Eventually.holds("everything is answered and shown", crowd::isAtRest);
            return talk.said();
        }
    }

    /** Each with a phone at one of the servers, and a desktop at the next. */
    private static List<Person> people(Fleet fleet, Path profiles, History history) throws Exception {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Person.Ways ways = Person.Ways.apart(address(fleet, i), address(fleet, i + 1));
            people.add(Person.signUp("person" + i, ways, profiles, history));
        }
        return people;
    }

    private static URI address(Fleet fleet, int number) {
        return fleet.nodes().get(number % fleet.nodes().size()).server().address();
    }

    private static List<URI> spread(Fleet fleet) {
        return IntStream.range(0, DESKTOPS).mapToObj(i -> address(fleet, i)).toList();
    }

    /** That much time passes; what is measured is measured over it. */
    private static void let(Duration pass) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(pass.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }

    private static void print(String what, List<Spent> bills) {
        System.out.printf("%n| %s costs | 1 node | 2 nodes | 3 nodes |%n|---|---|---|---|%n", what);
        for (Cost cost : Cost.values()) {
            List<String> row = new ArrayList<>();
            bills.forEach(bill -> row.add("%.2f".formatted(bill.amounts().get(cost))));
            System.out.printf("| %s | %s |%n", cost, String.join(" | ", row));
        }
    }
}
