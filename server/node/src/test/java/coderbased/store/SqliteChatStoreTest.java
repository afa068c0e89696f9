package coderbased.store;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.ChatStoreContract;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Messages in an SQLite file keep the contract. */
final class SqliteChatStoreTest extends ChatStoreContract {

    @TempDir
    private Path place;

    private Database database;

    @Override
    protected ChatStore openStore() throws IOException {
        database = Databases.open(place.resolve("chat.db"));
        return new SqlChatStore(database, AccountLimits.unlimited());
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
