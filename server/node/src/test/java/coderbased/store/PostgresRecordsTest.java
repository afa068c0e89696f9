package coderbased.store;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Files in PostgreSQL keep the contract. */
final class PostgresRecordsTest extends RecordsContract {

    private static Database database;

    @BeforeAll
    static void connect() throws IOException {
        database = Databases.connect(RealPostgres.newDatabase());
    }

    @AfterAll
    static void leave() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @Override
    Database open() {
        RealPostgres.empty(database);
        return database;
    }
}
