package coderbased.node;

import static coderbased.node.NodeMessages.MESSAGES;

import coderbased.protocol.Base32;
import coderbased.store.copy.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Moves what a server keeps in its data directory's embedded database into PostgreSQL, so that it can grow. The server
 * stands still meanwhile. Keys and files stay in the directory, and so does the embedded database, untouched.
 */
public final class Moving {

    private static final int ID_BYTES = 16;
    private static final long TOLD_EACH = 10_000;

    private final Path data;
    private final String url;
    private final Consumer<String> out;

    /**
     * A move that has not begun.
     *
     * @param data the data directory
     * @param url {@code jdbc:postgresql://…}
     * @param out receives the progress, line by line
     */
    public Moving(Path data, String url, Consumer<String> out) {
        this.data = data;
        this.url = url;
        this.out = out;
    }

    /**
     * Moves all of it, or what an earlier try left; returns when everything is there and counted.
     *
     * @param random names the move
     * @throws StartupException where it cannot; nothing here is changed then
     */
    public void run(RandomGenerator random) {
        if (Files.notExists(DataDirectory.database(data))) {
            throw unusable(MESSAGES.text("migrate.nothing", "data", data));
        }
        try (DataDirectory held = DataDirectory.take(data)) {
            Optional<MoveMark> earlier = MoveMark.read(data);
            if (earlier.isPresent() && earlier.get().arrived()) {
                out.accept(MESSAGES.text(
                        "migrate.already", "address", earlier.get().address()));
                return;
            }
            move(earlier, new MoveMark(earlier.map(MoveMark::id).orElse(id(random)), address(), false));
        } catch (IOException e) {
            throw new StartupException(ExitCode.DATA_UNUSABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private void move(Optional<MoveMark> earlier, MoveMark mark) throws IOException {
        mark.write(data);
        try (DatabaseCopy move = begin(earlier, mark)) {
            if (move.isFinished()) {
                out.accept(MESSAGES.text("migrate.finished"));
            } else {
                out.accept(MESSAGES.text(
                        earlier.isPresent() ? "migrate.continues" : "migrate.begins", "address", mark.address()));
                counted(move.run(this::tell));
            }
        }
        mark.hasArrived().write(data);
        out.accept(MESSAGES.text("migrate.done"));
    }

    /** If the move cannot begin, the server continues as before. */
    private DatabaseCopy begin(Optional<MoveMark> earlier, MoveMark mark) throws IOException {
        try {
            return DatabaseCopy.between(DataDirectory.database(data), url, mark.id());
        } catch (IOException | RuntimeException e) {
            if (earlier.isPresent()) {
                earlier.get().write(data);
            } else {
                MoveMark.remove(data);
            }
            throw e;
        }
    }

    private void tell(String table, long rows, long of) {
        if (rows == of || rows % TOLD_EACH == 0) {
            out.accept(String.format(Locale.ROOT, "%-16s %,12d of %,d", table, rows, of));
        }
    }

    private void counted(List<DatabaseCopy.Counted> tables) {
        out.accept(MESSAGES.text("migrate.counted"));
        for (DatabaseCopy.Counted table : tables) {
            out.accept(String.format(Locale.ROOT, "%-16s %,12d", table.table(), table.there()));
        }
    }

    private String address() {
        return url.split("\\?", 2)[0];
    }

    private static String id(RandomGenerator random) {
        byte[] bits = new byte[ID_BYTES];
        random.nextBytes(bits);
        return Base32.encode(bits);
    }

    private static StartupException unusable(String why) {
        return new StartupException(ExitCode.DATA_UNUSABLE, why);
    }
}
