package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.Opened;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.GroupEventKind;
import coderbased.testing.Eventually;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An account is deleted, and the node that did it stops before anybody hears of it. */
final class DeletedAccountsTest {

    private final InMemoryStores stores = new InMemoryStores();

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes(() -> stores);

    private TestPerson ada;
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;

    @BeforeEach
    void connect() throws Exception {
        ada = nodes.signUp("ada");
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, ada);
        bobs = new TestDevice(nodes.other, bob);
    }

    @AfterEach
    void stop() throws Exception {
        bobs.close();
    }

    @Test
    void aDeletedLastAdminIsReplaced() throws Exception {
        String group = adas.makesAGroupWith(bob);
        bobs.learnsOf(group);
        deleteAdasRow();
        nodes.other.sweep();
        ConversationSummary heard = bobs.next(
                        ConversationChanged.class,
                        changed -> changed.conversation().members().size() == 1)
                .conversation();
        assertEquals(bob.id(), heard.members().getFirst().accountId());
        assertTrue(heard.members().getFirst().admin());
    }

    @Test
    void severalNodesLeaveEachGroupOnce() throws Exception {
        int groups = 40;
        for (int i = 0; i < groups; i++) {
            adas.say(new CreateGroup("group " + i, "Walkers", List.of(bob.id())));
            adas.next(Opened.class);
        }
        deleteAdasRow();
        nodes.one.sweep();
        nodes.other.sweep();
        Eventually.holds(
                "nothing is left over",
                () -> stored().leftovers(Leftover.NONE, 1).isEmpty());
        // Both writers have done what they took.
        bobs.awaitAnnounced();
        nodes.one.close();
        for (Conversation conversation : stored().conversationsOf(bob.id())) {
            List<ChatMessage> messages = stored().changed(conversation.id(), bob.id(), 0, 100);
            assertEquals(
                    1, messages.stream().filter(DeletedAccountsTest::isLeaving).count());
        }
    }

    @Test
    void draftInAConversationOfTwoIsDeleted() throws Exception {
        String conversation = adas.opensWith(bob);
        adas.say(new SaveDraft(conversation, "never sent"));
        adas.awaitAnnounced();
        deleteAdasRow();
        nodes.other.sweep();
        Eventually.holds("the draft is gone", () -> draftsOf(ada).equals(List.of("")));
        assertEquals(2, stored().conversationsOf(bob.id()).getFirst().members().size());
    }

    @Test
    void aDeletionDuringAFailingRunIsProcessed() throws Exception {
        StoreHooks hooks = new StoreHooks();
        ChatStore store = hooks.around(stored());
        try (MessageWriter writer = new MessageWriter(store, Clock.systemUTC(), _ -> {}, ChatMeter.NONE)) {
            writer.start();
            Departures departures = new Departures(store, writer, System.nanoTime());
            var askedAgain = new CompletableFuture<Void>();
            hooks.before("leftovers", () -> {
                departures.begin();
                hooks.before("leftovers", () -> askedAgain.complete(null));
                throw new StackOverflowError();
            });
            departures.begin();
            Eventually.answered(askedAgain);
        }
    }

    private List<String> draftsOf(TestPerson person) {
        return stored().conversationsOf(person.id()).stream()
                .map(conversation -> conversation.own().draft())
                .toList();
    }

    private static boolean isLeaving(ChatMessage message) {
        return message.body() instanceof Body.GroupEvent event && event.kind() == GroupEventKind.LEFT;
    }

    /** Leaves the disk as it is if the node stops right after the deletion. */
    private void deleteAdasRow() {
        adas.close();
        stores.delete(ada.id());
    }

    private ChatStore stored() {
        return stores.chat(AccountLimits.unlimited());
    }
}
