package coderbased.store;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatStore;
import coderbased.chat.InvitationContract;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Invitations in an SQLite file. */
final class SqliteInvitationsTest extends InvitationContract {

    @TempDir
    private Path place;

    private Database database;

    @Override
    protected ChatStore openStore() throws IOException {
        database = Databases.open(place.resolve("chat.db"));
        return new SqlChatStore(database, AccountLimits.unlimited().withAsksStrangers(true));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }
}
