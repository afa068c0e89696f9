package coderbased.store;

import coderbased.chat.AccountLimits;
import coderbased.chat.AccountUseContract;
import coderbased.chat.ChatStore;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The limits per account in PostgreSQL. */
final class PostgresAccountUseTest extends AccountUseContract {

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
    protected ChatStore openStore(AccountLimits limits) {
        RealPostgres.empty(database);
        return new SqlChatStore(database, limits);
    }

    @Override
    protected ChatStore reopened(AccountLimits limits) {
        return new SqlChatStore(database, limits);
    }
}
