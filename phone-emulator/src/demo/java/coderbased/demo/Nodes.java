package coderbased.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The server: one process with its embedded database, or several as one on what they share ({@link Shared}).
 *
 * <p>Ada's phone, her desktop and Bob each speak with a node of their own where there are enough.
 */
final class Nodes implements AutoCloseable {

    private static final int PHONE = 0;
    private static final int DESKTOP = 1;
    private static final int BOB = 2;

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<ServerProcess> nodes = new ArrayList<>();

    private Nodes() {}

    /** Starts one on {@code data}, or several in folders beside it, and waits until each says where it serves. */
    static Nodes start(Path jar, Path data, int count) throws Exception {
        Nodes nodes = new Nodes();
        try {
            if (count > 1) {
                nodes.startSeveral(jar, data, count);
            } else {
                nodes.add(ServerProcess.start(jar, data, List.of()));
            }
            return nodes;
        } catch (Exception | Error e) {
            nodes.close();
            throw e;
        }
    }

    /** Returns the address for Ada's phone. */
    URI forThePhone() {
        return nodes.get(nodeOf(PHONE)).address();
    }

    /** Returns the address for her desktop. */
    URI forTheDesktop() {
        return nodes.get(nodeOf(DESKTOP)).address();
    }

    /** Returns the address for Bob. */
    URI forBob() {
        return nodes.get(nodeOf(BOB)).address();
    }

    /** True if there is more than one node. */
    boolean areSeveral() {
        return nodes.size() > 1;
    }

    /** Returns a sentence that says who uses which of several nodes. */
    String places() {
        return "the phone is on node %d (%s), the desktop on node %d (%s), Bob on node %d (%s)"
                .formatted(
                        nodeOf(PHONE) + 1,
                        forThePhone(),
                        nodeOf(DESKTOP) + 1,
                        forTheDesktop(),
                        nodeOf(BOB) + 1,
                        forBob());
    }

    /** True if every node reports exactly the connections that belong to it. */
    boolean holdTheirOwn() throws Exception {
        for (int node = 0; node < nodes.size(); node++) {
            int phones = (node == nodeOf(PHONE) ? 1 : 0) + (node == nodeOf(BOB) ? 1 : 0);
            int desktops = node == nodeOf(DESKTOP) ? 1 : 0;
            ServerProcess asked = nodes.get(node);
            if (asked.connections("phone") != phones || asked.connections("desktop") != desktops) {
                return false;
            }
        }
        return true;
    }

    /** Stops all of them as a supervisor would; what they keep stays. */
    void stop() throws Exception {
        for (ServerProcess node : nodes) {
            node.stop();
        }
    }

    /** Starts all of them where they were, and waits until they serve. */
    void startAgain() throws Exception {
        for (ServerProcess node : nodes) {
            node.startAgain();
        }
    }

    /** Runs one of the jar's own subcommands against the last, for example {@code ban ada}. */
    void admin(String... words) throws Exception {
        nodes.getLast().admin(words);
    }

    @Override
    public void close() throws Exception {
        while (!opened.isEmpty()) {
            opened.pop().close();
        }
    }

    private void startSeveral(Path jar, Path data, int count) throws Exception {
        Shared shared = new Shared(data.resolveSibling("postgres"));
        opened.push(shared);
        Path first = folder(data, 1);
        for (int number = 1; number <= count; number++) {
            if (number > 1) {
                Shared.give(first, folder(data, number));
            }
            add(ServerProcess.start(jar, folder(data, number), shared.options()));
        }
    }

    private void add(ServerProcess node) {
        opened.push(node);
        nodes.add(node);
    }

    private int nodeOf(int who) {
        return who % nodes.size();
    }

    private static Path folder(Path data, int number) {
        return data.resolveSibling(data.getFileName() + "-" + number);
    }
}
