package coderbased.store;

import coderbased.chat.AccountLimits;
import coderbased.chat.AccountUseContract;
import coderbased.chat.ChatStore;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The limits per account in an SQLite file. */
final class SqliteAccountUseTest extends AccountUseContract {

    @TempDir
    private Path place;

    private Database database;

    @Override
    protected ChatStore openStore(AccountLimits limits) throws IOException {
        database = Databases.open(place.resolve("chat.db"));
        return new SqlChatStore(database, limits);
    }

    @Override
    protected ChatStore reopened(AccountLimits limits) throws IOException {
        database.close();
        return openStore(limits);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
