package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.React;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One message is damaged in the database. It keeps its place, and everything else is told. */
final class DamagedMessageTest {

    @TempDir
    private Path folder;

    private SqlStores stores;

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes(() -> stores = new SqlStores(folder));

    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;
    private String conversation;

    @BeforeEach
    void connect() throws Exception {
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, nodes.signUp("ada"));
        bobs = new TestDevice(nodes.other, bob);
        conversation = adas.opensWith(bob);
        adas.says(conversation, "first");
        bobs.hears(conversation, "first");
        nodes.fanout.loses = true;
        adas.says(conversation, "second");
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
    }

    @AfterEach
    void stop() throws Exception {
        adas.close();
        bobs.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "body = ''",
                "body = '{\"type\":\"text\",\"te'",
                "body = '{\"type\":\"unknown\"}'",
                "body = x'00ff'",
                "reactions = '[{]'",
                "reactions = 'null'"
            })
    void laterMessagesAreDelivered(String damage) throws Exception {
        damage(damage);
        adas.says(conversation, "third");
        bobs.next(MessageChanged.class, said -> said.message().seq() == 2);
        bobs.hears(conversation, "third");
        adas.says(conversation, "fourth");
        bobs.hears(conversation, "fourth");
    }

    @Test
    void aDeviceResumesWithADamagedNewestMessage() throws Exception {
        damage("body = '{'");
        bobs.close();
        bobs = new TestDevice(nodes.other, bob, Map.of(conversation, 1L));
        adas.says(conversation, "third");
        bobs.hears(conversation, "third");
    }

    @Test
    void historyAndSearchSkipOnlyTheDamagedMessage() throws Exception {
        damage("body = '{'");
        adas.says(conversation, "third");
        bobs.say(new GetHistory("h", conversation, GetHistory.Side.BEFORE, 9));
        assertEquals(
                List.of(1L, 2L, 3L),
                bobs.next(HistoryPage.class).messages().stream()
                        .map(ChatMessage::seq)
                        .toList());
        bobs.say(new Search("s", "first", null, null));
        assertEquals(1, bobs.next(Found.class).messages().size());
    }

    @Test
    void aDamagedMessageIsNeverOverwritten() throws Exception {
        damage("body = '{'");
        bobs.say(new React("react", conversation, 2, "👍"));
        assertEquals(
                ErrorCode.NOT_FOUND, bobs.next(RequestFailed.class).problem().code());
        adas.say(new Edit("edit", conversation, 2, "anything"));
        assertEquals(
                ErrorCode.NOT_FOUND, adas.next(RequestFailed.class).problem().code());
        assertEquals(
                "{",
                stores.database.read(handle -> handle.createQuery("SELECT body FROM messages WHERE seq = 2")
                        .mapTo(String.class)
                        .one()));
    }

    @Test
    void aDamagedNumberDoesNotCauseEndlessReads() throws Exception {
        damage("rev = 'x'");
        for (int i = 0; i < 150; i++) {
            adas.says(conversation, "more " + i);
        }
        bobs.close();
        bobs = new TestDevice(nodes.other, bob, Map.of(conversation, 1L));
        adas.says(conversation, "last");
        bobs.hears(conversation, "last");
    }

    private void damage(String how) {
        int rows = stores.database.write(handle ->
                handle.execute("UPDATE messages SET " + how + " WHERE conversation_id = ? AND seq = 2", conversation));
        assertEquals(1, rows);
    }
}
