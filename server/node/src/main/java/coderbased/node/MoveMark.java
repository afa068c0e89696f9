package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.disk.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Says in a data directory that what its embedded database holds is on its way into PostgreSQL, or has arrived there:
 * from then on nobody is served from it, or what is said meanwhile would be lost.
 *
 * @param id names the move
 * @param address of the PostgreSQL database, without a password
 */
record MoveMark(String id, String address, boolean arrived) {

    private static final String FILE = "moved-to-postgresql";
    private static final String ARRIVED = "arrived";

    static Optional<MoveMark> read(Path data) throws IOException {
        if (Files.notExists(data.resolve(FILE))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(data.resolve(FILE));
        if (lines.size() < 3) {
            throw new IOException(MESSAGES.text("migrate.damaged", "file", data.resolve(FILE)));
        }
        return Optional.of(new MoveMark(lines.get(0), lines.get(1), lines.get(2).equals(ARRIVED)));
    }

    /** Refuses to serve from an embedded database that is not the newest any more. */
    static void requireNone(Path data) throws IOException {
        MoveMark mark = read(data).orElse(null);
        if (mark != null) {
            throw new IOException(MESSAGES.text(
                    mark.arrived() ? "migrate.arrived" : "migrate.underWay",
                    "address",
                    mark.address(),
                    "file",
                    data.resolve(FILE)));
        }
    }

    void write(Path data) throws IOException {
        DurableFile.write(data.resolve(FILE), id + "\n" + address + "\n" + (arrived ? ARRIVED : "on its way") + "\n");
    }

    static void remove(Path data) throws IOException {
        DurableFile.delete(data.resolve(FILE));
    }

    MoveMark hasArrived() {
        return new MoveMark(id, address, true);
    }
}
