package coderbased.client.chat;

import static coderbased.client.chat.PlayedChat.fromBob;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.People;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.FindPeople;
import coderbased.protocol.ChatClientMessage.GetHistory;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import coderbased.protocol.ChatServerMessage.PeopleFound;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.testing.Deadlines;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Errors on the client thread; none leaves a caller waiting. */
class ChatMistakesTest {

    private PlayedChat played;

    @BeforeEach
    void start() {
        played = PlayedChat.start();
    }

    @AfterEach
    void stop() {
        played.close();
    }

    @Test
    void answerThatCannotBeProcessedFailsItsRequest() {
        played.caughtUp(300, 300);
        played.handle().open();
        GetHistory asked = played.next(GetHistory.class);
        // a page with a gap in place of a message
        played.server(new HistoryPage(asked.requestId(), "c1", Arrays.asList(fromBob(300), null), true, false));
        assertFalse(played.conversation().loading(), "nothing is on its way any more");

        CompletableFuture<List<Contact>> people = played.chat().findPeople("bo");
        FindPeople question = played.next(FindPeople.class);
        played.server(new PeopleFound(question.requestId(), List.of(People.BOB)));
        assertEquals(List.of(People.BOB), people.join(), "the client goes on");
    }

    @Test
    void failingListenerDelaysNoAnswer() {
        played.caughtUp(3, 3);
        played.chat().onState(state -> {
            throw new AssertionError("a mistake in a view");
        });
        CompletableFuture<List<Contact>> people = played.chat().findPeople("bo");
        FindPeople question = played.next(FindPeople.class);
        played.server(new PeopleFound(question.requestId(), List.of(People.BOB)));
        assertEquals(List.of(People.BOB), people.join());
    }

    @Test
    void conversationThatCannotBeShownDelaysNoMessage() {
        played.caughtUp(3, 3);
        ConversationSummary good = PlayedChat.summary("c2", 1, fromBob(1), 1);
        ConversationSummary bad =
                new ConversationSummary("c2", null, good.members(), good.people(), 1, 1, 1, good.last(), null, "");
        played.server(new ConversationChanged(bad));
        assertTrue(
                played.chat().state().conversations().stream()
                        .noneMatch(conversation -> conversation.id().equals("c2")),
                "it cannot be shown");
        played.handle().send("hello", null);
        assertEquals(new Body.Text("hello"), played.next(Send.class).body());
    }

    @Test
    void failedCommandFailsItsFuture() {
        played.caughtUp(3, 3);
        LiveChat chat = played.chat();
        CompletableFuture<String> answer = chat.answer(() -> {
            throw new IllegalStateException("a mistake");
        });
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> answer.get(Deadlines.seconds(30), TimeUnit.SECONDS));
        assertInstanceOf(IllegalStateException.class, failed.getCause());
    }
}
