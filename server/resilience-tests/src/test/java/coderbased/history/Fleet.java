package coderbased.history;

import coderbased.auth.tokens.AuthKeys;
import coderbased.bus.RealRedis;
import coderbased.store.MortalPostgres;
import coderbased.story.Cable;
import coderbased.story.ServerProcess;
import coderbased.testing.Eventually;
import coderbased.testing.FreePort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several servers as one, each in a process of its own: on one PostgreSQL and one Redis, each by cables of its own, and
 * behind one address.
 */
final class Fleet implements AutoCloseable {

    /** One of the servers, and its cables. */
    record Node(ServerProcess server, Cable toDatabase, Cable toBus) {}

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<Node> nodes = new ArrayList<>();
    private final MortalPostgres database;
    private final RealRedis bus;
    private final Balancer balancer;
    private final String[] options;

    /** @param options of each server, beside those that make them a fleet */
    Fleet(Path folder, int size, RandomGenerator random, String... options) throws Exception {
        this.options = options;
        try {
            database = opened(new MortalPostgres(folder.resolve("postgres")));
            bus = opened(new RealRedis());
            for (int i = 0; i < size; i++) {
                nodes.add(start(folder.resolve("node" + i), random));
            }
            balancer = opened(new Balancer(nodes.stream()
                    .map(node -> node.server().address().getPort())
                    .toList()));
            Eventually.holds("all nodes are ready", balancer::allAreReady);
        } catch (Exception | Error e) {
            close();
            throw e;
        }
    }

    /** Returns where its people find it. */
    URI address() {
        return balancer.address();
    }

    List<Node> nodes() {
        return nodes;
    }

    MortalPostgres database() {
        return database;
    }

    RealRedis bus() {
        return bus;
    }

    /** True if every node says that it is ready. */
    boolean isWhole() {
        return balancer.allAreReady();
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private Node start(Path folder, RandomGenerator random) throws IOException {
        Path data = Files.createDirectories(folder).resolve("server");
        if (!nodes.isEmpty()) {
            shareKeys(folder.resolveSibling("node0").resolve("server"), Files.createDirectory(data));
        }
        Cable toDatabase = opened(new Cable(database.port()));
        Cable toBus = opened(new Cable(URI.create(bus.url()).getPort()));
        List<String> all = new ArrayList<>(List.of(
                "--port=" + FreePort.choose(random),
                "--behind-tls-proxy",
                "--link-check=never",
                "--database=" + database.url(toDatabase.port()),
                "--bus=redis://127.0.0.1:" + toBus.port()));
        Collections.addAll(all, options);
        ServerProcess server = opened(ServerProcess.start(data, all.toArray(String[]::new)));
        return new Node(server, toDatabase, toBus);
    }

    private static void shareKeys(Path from, Path to) throws IOException {
        for (String file : List.of("server-id", "signing-key.pem", AuthKeys.ADMIN_TOKEN_FILE)) {
            Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        opened.push(part);
        return part;
    }
}
