package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.bus.BriskBus;
import coderbased.bus.BusPorts;
import coderbased.bus.RealRedis;
import coderbased.chat.Presence.Watch;
import coderbased.protocol.ChatClientMessage.CreateGroup;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.testing.Eventually;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node stores something and is killed before it tells anybody. Bob is connected to another node. */
final class KilledNodeTest {

    private final CountDownLatch committed = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    private RealRedis redis;
    private BusPorts bus;
    private BusPorts otherBus;
    private final ChatNodes nodes = new ChatNodes();
    private TestPerson bob;
    private TestDevice adas;
    private TestDevice bobs;
    private String conversation;

    @BeforeEach
    void bothTalk() throws Exception {
        redis = new RealRedis();
        bus = BriskBus.at(redis.url(), "AAAA");
        otherBus = BriskBus.at(redis.url(), "BBBB");
        nodes.start(bus.fanout(), otherBus.fanout());
        bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, nodes.signUp("ada"));
        bobs = new TestDevice(nodes.other, bob);
        conversation = adas.opensWith(bob);
        adas.says(conversation, "one");
        bobs.hears(conversation, "one");
        nodes.hooks.after("commit", () -> {
            committed.countDown();
            return end.await(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS);
        });
    }

    @AfterEach
    void stop() throws Exception {
        end.countDown();
        adas.close();
        bobs.close();
        nodes.stop();
        otherBus.close();
        redis.close();
    }

    @Test
    void aMessageOfAKilledNodeIsToldWithoutFurtherMessages() throws Exception {
        adas.sends(conversation, "two");
        kill();
        bobs.hears(conversation, "two");
    }

    @Test
    void aGroupOfAKilledNodeIsToldWithoutFurtherMessages() throws Exception {
        adas.say(new CreateGroup("group", "Walkers", List.of(bob.id())));
        kill();
        bobs.next(ConversationChanged.class, changed -> changed.conversation().group() != null);
    }

    /** The node is still before its announcement, and from now on nothing of it reaches the other one. */
    private void kill() throws Exception {
        assertTrue(committed.await(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS), "it is stored");
        bus.presence().came("somebody");
        try (Watch _ = otherBus.presence().watch("somebody", _ -> {})) {
            Eventually.holds(
                    "the other one has just heard of it",
                    () -> otherBus.presence().isHere("somebody"));
        }
        bus.close();
    }
}
