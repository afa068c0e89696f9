package coderbased.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Files in an SQLite file keep the contract. */
final class SqliteRecordsTest extends RecordsContract {

    @TempDir
    private Path place;

    private Database database;

    @Override
    Database open() throws IOException {
        database = Databases.open(place.resolve("chat.db"));
        return database;
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
