package coderbased.store;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.GroupStoreContract;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Groups in PostgreSQL keep the contract. */
final class PostgresGroupsTest extends GroupStoreContract {

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
    protected ChatStore openStore() {
        RealPostgres.empty(database);
        return new SqlChatStore(database, AccountLimits.unlimited());
    }
}
