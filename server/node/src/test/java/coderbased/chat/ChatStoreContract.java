package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatWrite.MarkRead;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.Say;
import coderbased.chat.ChatWritten.Opened;
import coderbased.chat.ChatWritten.ReadMoved;
import coderbased.chat.ChatWritten.Repeated;
import coderbased.chat.ChatWritten.Said;
import coderbased.chat.ChatWritten.Unchanged;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ChatStore} does, whatever stands behind it. A store's own test says how to open one. */
public abstract class ChatStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");

    private ChatStore store;
    private String conversation;

    /** A store with nothing in it. */
    protected abstract ChatStore openStore() throws Exception;

    @BeforeEach
    void adaAndBobHaveAConversation() throws Exception {
        store = openStore();
        conversation = open("c1", "ada", "bob").conversation().id();
    }

    @Test
    void thereIsOneConversationForTwoPeopleWhoeverOpensIt() {
        Opened again = open("c2", "bob", "ada");
        assertFalse(again.made());
        assertEquals(conversation, again.conversation().id());
        assertTrue(open("c3", "ada", "cleo").made());
    }

    @Test
    void messagesAreNumberedFromOneWithoutGaps() {
        List<ChatWritten> written = store.commit(
                IntStream.range(0, 5).mapToObj(i -> say("ada", "m" + i)).toList(), NOW);
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                written.stream().map(ChatStoreContract::seq).toList());
        assertEquals(Set.of("ada", "bob"), ((Said) written.getFirst()).members());
    }

    @Test
    void aRepeatedMessageIsRecognisedWithinATransactionAndLater() {
        List<ChatWritten> written = store.commit(List.of(say("ada", "m"), say("ada", "m"), say("bob", "m")), NOW);
        ChatMessage first = ((Said) written.get(0)).message();
        assertEquals(new Repeated(first), written.get(1));
        assertEquals(2, seq(written.get(2)), "another sender's name for it is another message");
        assertEquals(new Repeated(first), commit(say("ada", "m")));
    }

    @Test
    void whoDoesNotBelongThereChangesNothing() {
        assertEquals(new Unchanged(), commit(say("eve", "m")));
        assertEquals(new Unchanged(), commit(new Say("no-such", "ada", "m", new Body.Text("x"))));
        assertEquals(new Unchanged(), commit(new MarkRead(conversation, "eve", 1)));
        assertEquals(Optional.empty(), store.before(conversation, "eve", 10, 10));
        assertEquals(Optional.empty(), store.before("no-such", "ada", 10, 10));
        assertEquals(List.of(), store.conversationsOf("eve"));
    }

    @Test
    void readingMovesForwardOnlyAndNotBeyondTheNewest() {
        store.commit(List.of(say("ada", "1"), say("ada", "2"), say("ada", "3")), NOW);
        assertEquals(
                new ReadMoved(conversation, "bob", 2, Set.of("ada", "bob")),
                commit(new MarkRead(conversation, "bob", 2)));
        assertEquals(new Unchanged(), commit(new MarkRead(conversation, "bob", 1)));
        assertEquals(new Unchanged(), commit(new MarkRead(conversation, "bob", -5)));
        assertEquals(3, ((ReadMoved) commit(new MarkRead(conversation, "bob", Long.MAX_VALUE))).seq());
        Conversation seen = store.conversationsOf("ada").getFirst();
        assertEquals(3, seen.readBy("bob"));
        assertEquals(3, seen.readByOthers("ada"));
    }

    @Test
    void nobodyHasToReadTheirOwnWords() {
        store.commit(List.of(say("ada", "1"), say("ada", "2")), NOW);
        assertEquals(2, store.conversationsOf("ada").getFirst().readBy("ada"));
        store.commit(List.of(say("bob", "3"), say("ada", "4")), NOW);
        assertEquals(2, store.conversationsOf("ada").getFirst().readBy("ada"), "bob's is still unread");
    }

    @Test
    void aConversationShowsItsNewestMessageAsItWasSaid() {
        String text = "Zeile 1\nline 2\t\u0000 👩‍👩‍👧‍👦 \u202e\" \\ ' ; DROP TABLE messages";
        assertEquals(0, store.conversationsOf("bob").getFirst().lastSeq());
        commit(new Say(conversation, "ada", "m", new Body.Text(text)));
        Conversation seen = store.conversationsOf("bob").getFirst();
        assertEquals(new ChatMessage(conversation, 1, "m", "ada", NOW, new Body.Text(text)), seen.last());
        assertEquals(Set.of("ada", "bob"), seen.readSeqs().keySet());
    }

    @Test
    void pagesGoForwardsAndBackwardsOldestFirst() {
        store.commit(
                IntStream.rangeClosed(1, 25).mapToObj(i -> say("ada", "m" + i)).toList(), NOW);
        assertEquals(numbers(11, 20), seqs(store.after(conversation, 10, 10)));
        assertEquals(numbers(21, 25), seqs(store.after(conversation, 20, 10)));
        assertEquals(List.of(), store.after(conversation, 25, 10));
        assertEquals(
                numbers(16, 25),
                seqs(store.before(conversation, "bob", Long.MAX_VALUE, 10).orElseThrow()));
        assertEquals(
                numbers(1, 4), seqs(store.before(conversation, "bob", 5, 10).orElseThrow()));
        assertEquals(Optional.of(List.of()), store.before(conversation, "bob", 1, 10));
    }

    private Opened open(String newId, String opener, String other) {
        return assertInstanceOf(Opened.class, commit(new OpenDirect(newId, opener, other)));
    }

    private ChatWritten commit(ChatWrite write) {
        return store.commit(List.of(write), NOW).getFirst();
    }

    private ChatWrite say(String sender, String name) {
        return new Say(conversation, sender, name, new Body.Text("text of " + name));
    }

    private static long seq(ChatWritten written) {
        return assertInstanceOf(Said.class, written).message().seq();
    }

    private static List<Long> seqs(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::seq).toList();
    }

    private static List<Long> numbers(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }
}
