package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.auth.session.Session;
import coderbased.auth.session.SessionDevice;
import coderbased.auth.session.SessionUse;
import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.HistoryStart;
import coderbased.protocol.Body;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GroupChange;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.Secret;
import coderbased.store.auth.SqlAuthStore;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The start of a session's history, recorded in numbers with the session, on both engines. */
final class HistoryStartsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private static final LinkChoices WITHOUT_HISTORY = new LinkChoices(null, false, true);

    @TempDir
    private Path place;

    private Database database;
    private SqlChatStore chat;
    private SqlAuthStore auth;

    enum Engine {
        SQLITE,
        POSTGRESQL
    }

    @AfterEach
    void close() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void historyStartsAfterTheLastMessageOfEachConversation(Engine engine) throws IOException {
        open(engine);
        commit(new OpenDirect("talk", "ada", "bob"), say("talk", 1), say("talk", 2));
        commit(new SaveDraft("talk", "ada", "phone", "half a"), new OpenDirect("empty", "ada", "cleo"));
        commit(new OpenDirect("foreign", "bob", "cleo"));
        commit(new CreateGroup("left", "bob", "Left", List.of("ada")));
        commit(new ChangeGroup("left", "ada", new GroupChange.Leave()));
        Session linked = link(true);
        assertEquals(
                Map.of("", new HistoryStart(0, 0), "talk", new HistoryStart(3, 1), "empty", new HistoryStart(1, 0)),
                chat.historyStarts(linked));

        commit(say("talk", 3), new OpenDirect("later", "ada", "dora"));
        assertEquals(new HistoryStart(3, 1), chat.historyStarts(linked).get("talk"), "it never changes");
        assertEquals(3, chat.historyStarts(linked).size());
    }

    @ParameterizedTest
    @EnumSource
    void aSessionWithoutARecordSeesOnlyLaterMessages(Engine engine) throws IOException {
        open(engine);
        commit(new OpenDirect("talk", "ada", "bob"), say("talk", 1));
        Session linked = link(true);
        database.write(handle -> handle.execute("DELETE FROM history_starts"));
        assertEquals(new HistoryStart(2, 0), chat.historyStarts(linked).get("talk"));
        commit(say("talk", 2));
        assertEquals(new HistoryStart(2, 0), chat.historyStarts(linked).get("talk"));
    }

    /** Two first connections both see that nothing was recorded, and both record. */
    @ParameterizedTest
    @EnumSource
    void theFirstOfTwoRecordsStays(Engine engine) throws IOException {
        open(engine);
        commit(new OpenDirect("talk", "ada", "bob"), say("talk", 1));
        Session linked = link(true);
        commit(say("talk", 2), new OpenDirect("later", "ada", "cleo"));
        database.write(handle -> {
            HistoryStarts.record(handle, linked);
            return handle;
        });
        assertEquals(Map.of("", new HistoryStart(0, 0), "talk", new HistoryStart(2, 0)), chat.historyStarts(linked));
    }

    @ParameterizedTest
    @EnumSource
    void otherSessionsHaveNoRecordAndForgottenOnesKeepNone(Engine engine) throws IOException {
        open(engine);
        commit(new OpenDirect("talk", "ada", "bob"));
        link(false);
        assertEquals(0, recorded());
        Session linked = link(true);
        assertEquals(2, recorded());
        database.write(handle ->
                handle.execute("UPDATE sessions SET ended_at = ? WHERE id = ?", NOW.toEpochMilli(), linked.id()));
        auth.forgetEndedBefore(NOW.plusSeconds(1));
        assertEquals(0, recorded());
    }

    @Test
    void sessionsFromBeforeTheUpdateKeepTheirView() throws IOException {
        Path file = place.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration", "classpath:db/sqlite")
                .target("10")
                .load()
                .migrate();
        Jdbi.create("jdbc:sqlite:" + file)
                .useHandle(old -> old.createScript("""
                INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at)
                    VALUES ('ada', 'ada', 'Ada', 'ada', 'hash', 1);
                INSERT INTO sessions (id, account_id, kind, device_name, device_app, device_os, key_x, key_y,
                    generation,
                    created_at, renewed_at, last_active_at, address, without_history)
                    VALUES ('web-true', 'ada', 'WEB', 'n', 'a', 'o', 'x', 'y', 1, 1000, 1, 1, 'here', TRUE);
                INSERT INTO conversations (id, created_at, last_seq, last_rev) VALUES ('talk', 1, 3, 3), ('new', 1, 0,
                    0);
                INSERT INTO members (conversation_id, account_id, admin, joined_at, first_seq, delivered_seq, read_seq,
                    draft)
                    VALUES ('talk', 'ada', FALSE, 1, 1, 0, 0, 'half a'), ('new', 'ada', FALSE, 1, 1, 0, 0, '');
                INSERT INTO messages (id, conversation_id, seq, rev, sender_id, sent_at, body, forwarded)
                    VALUES (1, 'talk', 1, 1, 'ada', 1001, '', FALSE), (2, 'talk', 2, 2, 'ada', 999, '', FALSE),
                        (3, 'talk', 3, 3, 'ada', 1000, '', FALSE);
                """).execute());
        database = Databases.open(file);
        assertEquals(
                Map.of("", new HistoryStart(0, 0), "talk", new HistoryStart(3, 1), "new", new HistoryStart(1, 0)),
                new SqlChatStore(database).historyStarts(session("web-true", DeviceKind.WEB, WITHOUT_HISTORY)));
    }

    @Test
    void membersWhoLeftBeforeTheUpdateKeepTheirMarkers() throws IOException {
        Path file = place.resolve("old.db");
        Flyway.configure()
                .dataSource("jdbc:sqlite:" + file, null, null)
                .locations("classpath:db/migration", "classpath:db/sqlite")
                .target("19")
                .load()
                .migrate();
        Jdbi.create("jdbc:sqlite:" + file)
                .useHandle(old -> old.createScript("""
                INSERT INTO conversations (id, name, created_at, last_seq, last_rev) VALUES ('talk', 'Tea', 1, 3, 3);
                INSERT INTO members (conversation_id, account_id, admin, joined_at, left_at, first_seq, delivered_seq,
                    read_seq) VALUES ('talk', 'ada', TRUE, 1, NULL, 1, 3, 3), ('talk', 'bob', FALSE, 1, 1003, 1, 2, 1);
                INSERT INTO messages (id, conversation_id, seq, rev, sender_id, sent_at, body, forwarded)
                    VALUES (1, 'talk', 1, 1, 'ada', 1001, '{"type":"deleted"}', FALSE),
                        (2, 'talk', 2, 2, 'ada', 1002, '{"type":"deleted"}', FALSE),
                        (3, 'talk', 3, 3, 'bob', 1003, '{"type":"deleted"}', FALSE);
                """).execute());
        database = Databases.open(file);
        assertEquals(
                List.of(new Departed(2, 2, 1)),
                new SqlChatStore(database).conversationsOf("ada").getFirst().departed());
    }

    private void open(Engine engine) throws IOException {
        database = engine == Engine.SQLITE
                ? Databases.open(place.resolve("chat.db"))
                : Databases.connect(RealPostgres.newDatabase());
        chat = new SqlChatStore(database);
        auth = new SqlAuthStore(database);
        database.write(handle -> handle.execute("""
                INSERT INTO accounts (id, handle, name, sort_name, password_hash, created_at)
                    VALUES ('ada', 'ada', 'Ada', 'ada', 'hash', 1)
                """));
        auth.addPhoneSession(session("phone", DeviceKind.PHONE, LinkChoices.FULL), new Secret("hash"));
    }

    private Session link(boolean withoutHistory) {
        Session linked = session("web-" + withoutHistory, DeviceKind.WEB, new LinkChoices(null, false, withoutHistory));
        auth.addWebSession(linked, 5, List.of());
        return linked;
    }

    private long recorded() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM history_starts")
                .mapTo(Long.class)
                .one());
    }

    private void commit(ChatWrite... writes) {
        chat.commit(List.of(writes), NOW);
    }

    private static ChatWrite say(String conversation, int number) {
        return new Send(conversation, "bob", "m" + number, new Body.Text("x"), null, false);
    }

    private static Session session(String id, DeviceKind kind, LinkChoices choices) {
        boolean linked = kind == DeviceKind.WEB;
        return new Session(
                id,
                "ada",
                kind,
                linked ? "phone" : null,
                linked ? "link-" + id : null,
                new SessionDevice(new DeviceFacts("Name", "App", "Os"), new DeviceKey("EC", "P-256", "x", "y")),
                new SessionUse(1, NOW, null, NOW, NOW, "127.0.0.1", 0),
                choices);
    }
}
