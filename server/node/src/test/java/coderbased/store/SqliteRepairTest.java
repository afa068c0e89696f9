package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteRepairTest extends RepairContract {

    @TempDir
    private Path folder;

    @Override
    Database open() throws IOException {
        return Databases.open(folder.resolve("chat.db"));
    }

    @Override
    String wordsId() {
        return "rowid";
    }

    @Test
    void unindexedMessagesAreFoundAgain() throws IOException {
        broken("DELETE FROM message_words WHERE rowid IN (SELECT id FROM messages WHERE conversation_id = 'c1' AND"
                + " seq < 3)");
        assertEquals(3, found("c1", "apple"));
    }
}
