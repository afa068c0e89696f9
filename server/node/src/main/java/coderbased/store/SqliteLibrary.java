package coderbased.store;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. The driver unpacks it into the directory for temporary files, from which some systems let
 * nothing run, or which may be full; then it is unpacked beside the database. Thread-safe.
 */
final class SqliteLibrary {

    private static final String PLACE = "org.sqlite.tmpdir";

    private SqliteLibrary() {}

    /**
     * Loads the library, unless it is loaded.
     *
     * @param beside an existing directory, for the case that the one for temporary files does not do
     * @throws IOException if the library runs from neither; the message says what to set
     */
    static synchronized void load(Path beside) throws IOException {
        if (loads()) {
            return;
        }
        String chosen = System.getProperty(PLACE);
        System.setProperty(PLACE, beside.toAbsolutePath().toString());
        try {
            if (!loads()) {
                String usual = System.getProperty("java.io.tmpdir");
                throw new IOException("SQLite's native library runs neither from " + (chosen == null ? usual : chosen)
                        + " nor from " + beside + ": the server has to unpack it into a directory that is writable,"
                        + " not full, and not mounted with noexec. Start java with -Djava.io.tmpdir=DIR for one.");
            }
        } finally {
            restore(chosen);
        }
    }

    private static void restore(@Nullable String chosen) {
        if (chosen == null) {
            System.clearProperty(PLACE);
        } else {
            System.setProperty(PLACE, chosen);
        }
    }

    private static boolean loads() {
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError _) {
            return false;
        }
    }
}
