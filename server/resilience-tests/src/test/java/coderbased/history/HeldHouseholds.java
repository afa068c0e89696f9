package coderbased.history;

import coderbased.auth.MadeSessions;
import coderbased.auth.MadeSessions.Made;
import coderbased.auth.session.AuthContext;
import coderbased.auth.tokens.AuthKeys;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.testing.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Thousands of people, each with a phone at one of the servers and a desktop at every one. Their sessions are written
 * straight into the database.
 */
final class HeldHouseholds implements AutoCloseable {

    /** So many make sessions or connect at the same time; a server lets in more than that at once. */
    private static final int AT_ONCE = 48;

    private static final int WRITERS = 4;

    private final ExecutorService work = Executors.newFixedThreadPool(AT_ONCE);
    private final ExecutorService listening = Executors.newFixedThreadPool(WRITERS);
    private final HttpClient http = HttpClient.newBuilder().executor(listening).build();
    private final List<Household> all = new ArrayList<>();

    /** Somebody's devices; the phone is at the server with that number. */
    record Household(int phoneAt, HeldSocket phone, List<HeldSocket> desktops) {

        Stream<HeldSocket> devices() {
            return Stream.concat(Stream.of(phone), desktops.stream());
        }
    }

    /** So many of them, at these servers, with the keys in that folder; nobody is connected yet. */
    HeldHouseholds(int count, List<URI> nodes, String database, Path keys) throws Exception {
        try (Database open = Databases.connect(database)) {
            SecureRandom random = new SecureRandom();
            MadeSessions maker = new MadeSessions(
                    new SqlAuthStore(open), AuthKeys.open(keys, random), new AuthContext(Clock.systemUTC(), random));
            all.addAll(each(
                    IntStream.range(0, count).boxed().toList(),
                    i -> household(i, maker.household("held" + i, nodes.size()), nodes)));
        }
    }

    /** Returns once all are connected. */
    void connect() throws Exception {
        connect(all);
    }

    /** Returns once those are connected. */
    void connect(List<Household> some) throws Exception {
        each(some.stream().flatMap(Household::devices).toList(), device -> Eventually.answered(device.connect(http)));
    }

    List<Household> all() {
        return all;
    }

    Stream<HeldSocket> devices() {
        return all.stream().flatMap(Household::devices);
    }

    long open() {
        return devices().filter(HeldSocket::isOpen).count();
    }

    @Override
    public void close() {
        devices().forEach(HeldSocket::vanish);
        work.shutdownNow();
        http.shutdownNow();
        listening.shutdownNow();
    }

    private static Household household(int number, List<Made> made, List<URI> nodes) {
        int phoneAt = number % nodes.size();
        List<HeldSocket> desktops = IntStream.range(0, nodes.size())
                .mapToObj(node -> new HeldSocket(made.get(node + 1), nodes.get(node)))
                .toList();
        return new Household(phoneAt, new HeldSocket(made.getFirst(), nodes.get(phoneAt)), desktops);
    }

    /** Work that may fail. */
    private interface Step<A, B> {
        B of(A a) throws Exception;
    }

    private <A, B> List<B> each(List<A> these, Step<A, B> step) throws Exception {
        List<B> done = new ArrayList<>();
        for (Future<B> one : work.invokeAll(these.stream()
                .map(a -> (java.util.concurrent.Callable<B>) () -> step.of(a))
                .toList())) {
            done.add(one.get());
        }
        return done;
    }
}
