package coderbased.chat;

import static coderbased.chat.TestPerson.openWith;
import static coderbased.chat.TestPerson.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.outage.RequestRejected;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.MarkRead;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatClientMessage.Typing;
import coderbased.protocol.ChatServerMessage.RequestFailed;
import coderbased.protocol.ChatServerMessage.SendRefused;
import coderbased.protocol.ChatServerMessage.Stored;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that the server can never handle is refused once, and its connection serves the next. */
final class RejectedRequestsTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestDevice adas;
    private String conversation;

    @BeforeEach
    void connect() throws Exception {
        TestPerson bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, nodes.signUp("ada"));
        conversation = openWith(adas, bob);
    }

    @AfterEach
    void stop() {
        adas.close();
    }

    @Test
    void messageThatStorageRejectsIsRefusedAndTheNextIsStored() throws Exception {
        rejects("commit");
        adas.say(text("poison", conversation, "poison"));
        SendRefused refused = adas.next(SendRefused.class);
        assertEquals("poison", refused.clientMessageId());
        assertForGood(refused.problem());
        assertNextIsStored();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void questionThatCannotBeAnsweredIsRefused(boolean isOurFault) throws Exception {
        fails("search", isOurFault);
        adas.say(new Search("s", "word", null, null));
        assertRefused("s");
        fails("history", isOurFault);
        adas.say(new GetHistory("h", conversation, GetHistory.Side.BEFORE, 9));
        assertRefused("h");
        assertNextIsStored();
    }

    @Test
    void requestsWithoutAnswersAreDropped() throws Exception {
        rejects("readersOf");
        ChatClientMessage typing = new Typing(conversation, true);
        adas.say(typing);
        assertNextIsStored();
        rejects("commit");
        adas.say(new MarkRead(conversation, 1));
        assertNextIsStored();
    }

    private void rejects(String method) {
        fails(method, false);
    }

    private void fails(String method, boolean isOurFault) {
        nodes.hooks.before(method, () -> {
            throw isOurFault
                    ? new IllegalStateException("a fault of ours")
                    : new RequestRejected(new IllegalStateException("a value"));
        });
    }

    private void assertRefused(String requestId) throws Exception {
        RequestFailed failed = adas.next(RequestFailed.class);
        assertEquals(requestId, failed.requestId());
        assertForGood(failed.problem());
    }

    private static void assertForGood(Problem problem) {
        assertEquals(ErrorCode.BAD_REQUEST, problem.code());
    }

    private void assertNextIsStored() throws Exception {
        String name = "next";
        adas.say(text(name, conversation, "word"));
        assertEquals(name, adas.next(Stored.class).clientMessageId());
    }
}
