package coderbased.chat;

import coderbased.auth.session.AuthStore;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Path;

/** Stores in an SQLite file. */
final class SqlStores implements TestStores {

    final Database database;

    /** Opens them in that folder. */
    SqlStores(Path folder) throws IOException {
        database = Databases.open(folder.resolve("chat.db"));
    }

    @Override
    public AuthStore auth() {
        return new SqlAuthStore(database);
    }

    @Override
    public ChatStore chat(AccountLimits limits) {
        return new SqlChatStore(database, limits);
    }

    @Override
    public void rename(String accountId, String name) {
        database.write(handle -> handle.execute("UPDATE accounts SET name = ? WHERE id = ?", name, accountId));
    }

    @Override
    public void close() throws IOException {
        database.close();
    }
}
