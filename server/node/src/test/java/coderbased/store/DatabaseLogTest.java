package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.node.LoggedLines;
import coderbased.store.DatabaseLog.Way;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The lines about a database that is away: one for its loss and one for its return, however it is used. */
final class DatabaseLogTest {

    private final DatabaseLog log =
            new DatabaseLog(LoggerFactory.getLogger(DatabaseLogTest.class), "chat.db", FailureReason::of);

    @Test
    void lossAndReturnHaveOneLineEach() {
        try (LoggedLines lines = new LoggedLines()) {
            fail(Way.READ);
            fail(Way.WRITE);
            log.failed(Way.WRITE, "the disk is full");
            log.of(Way.READ, () -> 1);
            assertEquals(List.of("The database chat.db failed: it is away"), lines.texts());
            log.of(Way.WRITE, () -> 1);
            log.of(Way.READ, () -> 1);
            assertEquals(
                    List.of(
                            "The database chat.db failed: it is away",
                            "The database chat.db works again after N s; failures: 3"),
                    lines.texts().stream()
                            .map(line -> line.replaceFirst("after \\d+ s", "after N s"))
                            .toList());
        }
    }

    @Test
    void readsOfADatabaseThatTakesNoWritesDoNotEndTheOutage() {
        try (LoggedLines lines = new LoggedLines()) {
            log.failed(Way.WRITE, "it is a standby");
            log.of(Way.READ, () -> 1);
            assertEquals(List.of("The database chat.db failed: it is a standby"), lines.texts());
            log.works(Way.WRITE);
            assertEquals(2, lines.texts().size(), lines.texts().toString());
        }
    }

    private void fail(Way way) {
        assertThrows(
                ConnectionException.class,
                () -> log.of(way, () -> {
                    throw new ConnectionException(new SQLException("it is away", "08006"));
                }));
    }
}
