package coderbased.store;

import java.io.IOException;
import java.nio.file.Path;

/** The ways to open a {@link Database}. */
public final class Databases {

    private Databases() {}

    /**
     * Opens an SQLite file, creates it if there is none, and updates its schema.
     *
     * @throws IOException if another server uses it, it is another program's database, or the disk refuses; the message
     *     says which, and what to do
     */
    public static Database open(Path file) throws IOException {
        return SqliteDatabase.openFile(SqliteFile.of(file));
    }

    /**
     * Connects to a PostgreSQL database, which any number of nodes share, and updates its schema.
     *
     * @param url {@code jdbc:postgresql://…}
     * @throws IOException if it does not answer or refuses; the message says why
     */
    public static Database connect(String url) throws IOException {
        return PostgresDatabase.connectTo(PostgresServer.at(url));
    }
}
