package coderbased.store.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.chat.Leftover;
import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupChange;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.SqliteDialect;
import coderbased.store.Statements;
import coderbased.store.WordIndexes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page of a conversation costs the same with a hundred messages and with a hundred thousand: all is read by an index.
 */
final class QueryPlansTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    private Path place;

    private Database database;
    private final SqlRecorder recorder = new SqlRecorder();

    @BeforeEach
    void open() throws Exception {
        database = Databases.open(place.resolve("chat.db"));
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void everyChatQueryUsesAnIndex() {
        database.write(handle -> {
            Connection connection = handle.getConnection();
            try {
                useEverything(recorder.around(connection));
                assertTrue(
                        recorder.statements().size() > 25, recorder.statements().size() + " statements");
                assertEquals(List.of(), walks(connection), "these walk through a whole table");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return connection;
        });
    }

    @Test
    void aPageIsNotSorted() {
        database.write(handle -> {
            try (Statements statements = new Statements(recorder.around(handle.getConnection()), new SqliteDialect())) {
                ChatQueries queries = new ChatQueries(statements);
                ChatCommit.all(
                        handle.getConnection(),
                        new SqliteDialect(),
                        AccountLimits.unlimited(),
                        List.of(new ChatWrite.OpenDirect("c", "ada", "bob")),
                        NOW);
                queries.changed("c", "bob", 0, 10);
                queries.history("c", "bob", Side.AROUND, 5, 10);
                queries.readersOf("c", "bob");
                queries.writersTo("ada", Set.of("bob"));
                WordIndexes.of(statements).find("bob", new SearchTerms(List.of("x"), null, null), 10);
                for (String sql : recorder.statements()) {
                    assertFalse(plan(handle.getConnection(), sql).contains("TEMP B-TREE"), sql);
                }
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
            return handle;
        });
    }

    private static void useEverything(Connection connection) throws SQLException {
        Body text = new Body.Text("some words");
        List<ChatWrite> all = List.of(
                new ChatWrite.OpenDirect("c", "ada", "bob"),
                new ChatWrite.Send("c", "ada", "1", text, null, false),
                new ChatWrite.Send("c", "bob", "2", text, 1L, false),
                new ChatWrite.Once("ada", "e", new ChatWrite.Edit("c", "ada", 1, "other words")),
                new ChatWrite.React("c", "bob", 1, "👍"),
                new ChatWrite.Delete("c", "bob", 2),
                new ChatWrite.MoveMarkers("c", "ada", 2, 2),
                new ChatWrite.SaveSettings("c", "ada", ConversationSettings.DEFAULT),
                new ChatWrite.SaveDraft("c", "ada", "s", "draft"),
                new ChatWrite.CreateGroup("g", "ada", "Tea", List.of("bob")),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.Rename("Coffee")),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.SetPicture("ab")),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.Add(List.of("cleo"))),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.SetAdmin("bob", true)),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.Remove("cleo")),
                new ChatWrite.ChangeGroup("g", "ada", new GroupChange.Leave()));
        for (ChatWritten written :
                ChatCommit.all(connection, new SqliteDialect(), AccountLimits.unlimited(), all, NOW)) {
            assertFalse(written instanceof ChatWritten.Refused, written.toString());
        }
        try (Statements statements = new Statements(connection, new SqliteDialect())) {
            ChatQueries queries = new ChatQueries(statements);
            new ConversationRows(statements).ofReader("bob");
            queries.countChanged("c", "bob", 0);
            queries.changed("c", "bob", 0, 10);
            queries.history("c", "bob", Side.AROUND, 1, 10);
            queries.readersOf("c", "bob");
            queries.writersTo("ada", Set.of("bob"));
            queries.companions("bob");
            queries.seenFile("bob", "ab");
            queries.leftovers(Leftover.NONE, 10);
            SearchTerms.Position position = new SearchTerms.Position("c", 1);
            WordIndexes.of(statements).find("bob", new SearchTerms(List.of("words"), null, position), 10);
        }
    }

    private List<String> walks(Connection connection) throws SQLException {
        List<String> walks = new ArrayList<>();
        for (String sql : recorder.statements()) {
            String plan = plan(connection, sql);
            // The word index is a table of its own kind: a search in it is called a scan of its index.
            if (plan.replaceAll("SCAN message_words VIRTUAL TABLE INDEX", "").contains("SCAN ")) {
                walks.add(sql + "\n" + plan);
            }
        }
        return walks;
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
                ResultSet step = explain.executeQuery()) {
            while (step.next()) {
                plan.append(step.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }
}
