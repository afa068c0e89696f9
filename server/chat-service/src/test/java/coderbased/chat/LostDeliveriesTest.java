package coderbased.chat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Ada is connected to one node and Bob to another; between the two, deliveries get lost. Bob's device stays connected.
 */
final class LostDeliveriesTest {

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestPerson bob;
    private TestDevice adaHere;
    private TestDevice bobThere;
    private String conversation;

    @BeforeEach
    void bothTalk() throws Exception {
        bob = nodes.signUp("bob");
        adaHere = new TestDevice(nodes.one, nodes.signUp("ada"));
        bobThere = new TestDevice(nodes.other, bob);
        conversation = adaHere.opensWith(bob);
        adaHere.says(conversation, "one");
        bobThere.hears(conversation, "one");
    }

    @AfterEach
    void stop() throws Exception {
        adaHere.close();
        bobThere.close();
    }

    @Test
    void aLostChangeIsToldBeforeLaterOnes() throws Exception {
        nodes.fanout.loses = true;
        adaHere.says(conversation, "two");
        adaHere.says(conversation, "three");
        nodes.fanout.loses = false;
        adaHere.says(conversation, "four");
        bobThere.hears(conversation, "two");
        bobThere.hears(conversation, "three");
        bobThere.hears(conversation, "four");
        adaHere.says(conversation, "five");
        bobThere.hears(conversation, "five");
    }

    @Test
    void aLongGapIsFilledCompletely() throws Exception {
        nodes.fanout.loses = true;
        for (int i = 0; i < 250; i++) {
            adaHere.says(conversation, "lost " + i);
        }
        nodes.fanout.loses = false;
        adaHere.says(conversation, "last");
        for (int i = 0; i < 250; i++) {
            bobThere.hears(conversation, "lost " + i);
        }
        bobThere.hears(conversation, "last");
    }

    @Test
    void missedChangesAreToldAfterAnOutageWithoutFurtherMessages() throws Exception {
        nodes.fanout.loses = true;
        adaHere.says(conversation, "two");
        String group = adaHere.makesAGroupWith(bob);
        nodes.fanout.loses = false;
        nodes.fanout.outageIsOver();
        bobThere.learnsOf(group);
        bobThere.hears(conversation, "two");
    }

    @Test
    void theStoreIsReadWhileTheBusIsDown() throws Exception {
        nodes.fanout.loses = true;
        nodes.fanout.carries = false;
        adaHere.says(conversation, "two");
        nodes.other.sweep();
        bobThere.hears(conversation, "two");
        adaHere.says(conversation, "three");
        nodes.other.sweep();
        bobThere.hears(conversation, "three");
    }

    @Test
    void aLateDeliveryOfABacklogChangeIsIgnored() throws Exception {
        bobThere.close();
        nodes.fanout.holdsBack = true;
        adaHere.says(conversation, "two");
        nodes.otherHooks.before("changed", () -> {
            adaHere.says(conversation, "three");
            return true;
        });
        bobThere = new TestDevice(nodes.other, bob, Map.of(conversation, 1L));
        nodes.fanout.letsGo();
        adaHere.says(conversation, "four");
        bobThere.hears(conversation, "four");
    }
}
