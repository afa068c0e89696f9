package coderbased.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class SqliteFailingStatementsTest extends FailingStatementsContract {

    private static final int BUSY_MILLIS = 5_000;

    @TempDir
    private Path folder;

    @Override
    Database open(FaultyJdbc through) throws IOException {
        return SqliteDatabase.openFile(new SqliteFile(folder.resolve("chat.db"), BUSY_MILLIS, through::through));
    }
}
