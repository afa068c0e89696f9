package coderbased.store;

import coderbased.auth.AuthStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Accounts and sessions in PostgreSQL keep the contract. */
final class PostgresAuthStoreTest extends AuthStoreContract {

    private static Database database;

    @BeforeAll
    static void connect() throws IOException {
        database = Database.connect(RealPostgres.newDatabase());
    }

    @AfterAll
    static void leave() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @Override
    AuthStore open() {
        RealPostgres.empty(database);
        return new SqlAuthStore(database);
    }
}
