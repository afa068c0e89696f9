package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.session.AuthStore;
import coderbased.auth.session.AuthStoreContract;
import coderbased.store.auth.SqlAuthStore;
import java.io.IOException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts and sessions in PostgreSQL keep the contract. */
final class PostgresAuthStoreTest extends AuthStoreContract {

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
    protected AuthStore open() {
        RealPostgres.empty(database);
        return new SqlAuthStore(database);
    }

    @Test
    void writesSurviveACrashWithAnyDatabaseSetting() throws IOException {
        String url = RealPostgres.newDatabase();
        try (Database itself = Databases.connect(url)) {
            itself.write(handle -> handle.execute("ALTER DATABASE " + setting(handle, "SELECT current_database()")
                    + " SET synchronous_commit = off"));
        }
        try (Database careless = Databases.connect(url)) {
            assertEquals("off", careless.read(handle -> setting(handle, "SHOW synchronous_commit")));
            assertEquals("on", careless.write(handle -> setting(handle, "SHOW synchronous_commit")));
            // That its disk is asked at all is its own setting, which nobody who writes to it can change.
            System.out.println("fsync=" + careless.read(handle -> setting(handle, "SHOW fsync")));
        }
    }

    private static String setting(Handle handle, String question) {
        return handle.createQuery(question).mapTo(String.class).one();
    }
}
