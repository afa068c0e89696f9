package coderbased.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.chat.ChatWrite;
import coderbased.chat.ChatWritten;
import coderbased.chat.SearchTerms;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.store.chat.SqlChatStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database in which writes were left half done serves every conversation after its next start. */
abstract class RepairContract {

    private static final int LONG = 450;

    private Database database;
    private SqlChatStore store;

    /** Opens the same database as the time before. */
    abstract Database open() throws IOException;

    @BeforeEach
    void adaAndBobTalk() throws IOException {
        start();
        commit(new ChatWrite.OpenDirect("c1", "ada", "bob"));
        commit(new ChatWrite.OpenDirect("c2", "ada", "eve"));
        for (int i = 1; i <= 3; i++) {
            commit(say("c1", "m" + i, "apple " + i));
            commit(say("c2", "m" + i, "apple " + i));
        }
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    @Test
    void aMessageAheadOfItsConversationIsCountedAndTheNextIsAccepted() throws IOException {
        broken(
                "UPDATE conversations SET last_seq = 2, last_rev = 2 WHERE id = 'c1'",
                "DELETE FROM message_words WHERE " + wordsId()
                        + " = (SELECT id FROM messages WHERE conversation_id = 'c1' AND seq = 3)");

        assertEquals(List.of(1L, 2L, 3L), revs("c1"));
        assertEquals(3, found("c1", "apple"));
        ChatWritten.Stored next = said(say("c1", "m4", "pear"));
        assertEquals(4, next.message().seq());
        assertEquals(4, next.message().rev());
        assertInstanceOf(ChatWritten.Repeated.class, commit(say("c1", "m3", "apple 3")));
        assertEquals(List.of(1L, 2L, 3L), revs("c2"));
    }

    @Test
    void theRepairedMessageIsReadByItsSender() throws IOException {
        broken(
                "UPDATE conversations SET last_seq = 2, last_rev = 2 WHERE id = 'c1'",
                "UPDATE members SET delivered_seq = 2, read_seq = 2 WHERE conversation_id = 'c1' AND account_id ="
                        + " 'ada'");

        assertEquals(
                List.of(3L, 0L),
                database.read(handle -> handle.createQuery(
                                "SELECT read_seq FROM members WHERE conversation_id = 'c1' ORDER BY account_id")
                        .mapTo(Long.class)
                        .list()));
    }

    @Test
    void aMessageWithATakenNumberGetsANewOne() throws IOException {
        // A message was left, then another was edited: both have the number 3.
        broken(
                "UPDATE messages SET rev = 4 WHERE conversation_id = 'c1' AND seq = 1",
                "UPDATE messages SET rev = 4 WHERE conversation_id = 'c1' AND seq = 3",
                "UPDATE conversations SET last_seq = 2, last_rev = 4 WHERE id = 'c1'");

        List<Long> seen =
                store.changed("c1", "bob", 4, 10).stream().map(ChatMessage::seq).toList();
        assertEquals(true, seen.contains(3L), "who had heard of the edit hears of the message: " + seen);
        assertEquals(4, said(say("c1", "m4", "pear")).message().seq());
    }

    @Test
    void aChangeAheadOfItsConversationIsCounted() throws IOException {
        broken("UPDATE messages SET rev = 4 WHERE conversation_id = 'c1' AND seq = 2");

        assertEquals(
                List.of(2L),
                store.changed("c1", "bob", 3, 10).stream().map(ChatMessage::seq).toList());
        ChatWritten.Stored next = said(say("c1", "m4", "pear"));
        assertEquals(4, next.message().seq());
        assertEquals(5, next.message().rev());
    }

    @Test
    void aConversationOfTwoGetsBothMembers() throws IOException {
        broken("DELETE FROM members WHERE conversation_id = 'c2' AND account_id = 'eve'");

        assertEquals(1, store.conversationsOf("eve").size());
        assertInstanceOf(
                ChatWritten.Stored.class,
                commit(new ChatWrite.Send("c2", "eve", "e1", new Body.Text("hello"), null, false)));
    }

    /** More than fit into a page, and messages that share a number on both sides of its end. */
    @Test
    void everyMessageOfALongConversationIsRepaired() throws IOException {
        List<ChatWrite> more = new ArrayList<>();
        for (int i = 4; i <= LONG; i++) {
            more.add(say("c1", "m" + i, "pear " + i));
        }
        store.commit(more, Instant.EPOCH);
        broken(
                "UPDATE messages SET rev = 190 WHERE conversation_id = 'c1' AND seq BETWEEN 191 AND 210",
                "DELETE FROM message_words WHERE " + wordsId()
                        + " IN (SELECT id FROM messages WHERE conversation_id = 'c1' AND seq > 3)",
                "UPDATE conversations SET last_seq = 3, last_rev = 3 WHERE id = 'c1'");

        List<ChatMessage> all = store.changed("c1", "ada", 0, 2 * LONG);
        assertEquals(LONG, all.size());
        assertEquals(LONG, all.stream().map(ChatMessage::rev).distinct().count());
        assertEquals(LONG, all.stream().map(ChatMessage::seq).distinct().count());
        assertEquals(1, found("c1", "" + LONG));
        assertEquals(1, found("c1", "205"));
        ChatWritten.Stored next = said(say("c1", "next", "plum"));
        assertEquals(LONG + 1, next.message().seq());
        assertEquals(all.getLast().rev() + 1, next.message().rev());
    }

    /** Each of two that share a number gets a new one where somebody may have heard of either, also beyond a page. */
    @Test
    void everyMessageWithASharedNumberIsDelivered() throws IOException {
        List<ChatWrite> more = new ArrayList<>();
        for (int i = 4; i <= LONG; i++) {
            more.add(say("c1", "m" + i, "pear " + i));
        }
        store.commit(more, Instant.EPOCH);
        broken(
                "UPDATE messages SET rev = 10 WHERE conversation_id = 'c1' AND seq BETWEEN 11 AND 300",
                "UPDATE conversations SET last_seq = 449 WHERE id = 'c1'");

        List<Long> heard = store.changed("c1", "bob", LONG, 2 * LONG).stream()
                .map(ChatMessage::seq)
                .sorted()
                .toList();
        List<Long> shared = LongStream.rangeClosed(10, 300).boxed().toList();
        assertEquals(shared, heard.subList(0, shared.size()));
        assertEquals(List.of(450L), heard.subList(shared.size(), heard.size()));
    }

    @Test
    void soundDataStaysUnchanged() throws IOException {
        List<Long> before = revs("c1");
        broken();
        assertEquals(before, revs("c1"));
        assertEquals(4, said(say("c1", "m4", "pear")).message().rev());
    }

    /** The column of the word index that names the message. */
    abstract String wordsId();

    /** Does this to the database, then starts it again. */
    final void broken(String... statements) throws IOException {
        database.write(handle -> {
            for (String statement : statements) {
                handle.execute(statement);
            }
            return handle;
        });
        database.close();
        start();
    }

    final int found(String conversation, String word) {
        return store.search("ada", new SearchTerms(List.of(word), conversation, null), 10)
                .size();
    }

    private void start() throws IOException {
        database = open();
        store = new SqlChatStore(database);
    }

    private List<Long> revs(String conversation) {
        return store.changed(conversation, "ada", 0, 100).stream()
                .map(ChatMessage::rev)
                .toList();
    }

    private ChatWritten commit(ChatWrite write) {
        return store.commit(List.of(write), Instant.EPOCH).getFirst();
    }

    private ChatWritten.Stored said(ChatWrite write) {
        return assertInstanceOf(ChatWritten.Stored.class, commit(write));
    }

    private static ChatWrite say(String conversation, String name, String text) {
        return new ChatWrite.Send(conversation, "ada", name, new Body.Text(text), null, false);
    }
}
