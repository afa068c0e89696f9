package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.testing.Eventually;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An error of the virtual machine keeps no device from hearing what follows. */
final class ErrorsWhileReadingTest {

    private static final Callable<Void> OVERFLOW = () -> {
        throw new StackOverflowError();
    };

    @RegisterExtension
    private final ChatNodes nodes = new ChatNodes();

    private TestDevice adas;
    private TestDevice bobs;
    private String group;

    @BeforeEach
    void connect() throws Exception {
        TestPerson bob = nodes.signUp("bob");
        adas = new TestDevice(nodes.one, nodes.signUp("ada"));
        bobs = new TestDevice(nodes.other, bob);
        group = adas.makesAGroupWith(bob);
        bobs.learnsOf(group);
        adas.says(group, "zero");
        bobs.hears(group, "zero");
        nodes.fanout.loses = true;
        adas.says(group, "lost");
        adas.awaitAnnounced();
        nodes.fanout.loses = false;
    }

    @AfterEach
    void stop() throws Exception {
        adas.close();
        bobs.close();
    }

    @Test
    void aFailedGapReadIsRepeated() throws Exception {
        var thrown = nodes.otherHooks.before("changed", OVERFLOW);
        adas.says(group, "one");
        Eventually.answered(thrown);
        adas.says(group, "two");
        bobs.hears(group, "lost");
        bobs.hears(group, "one");
        bobs.hears(group, "two");
    }

    @Test
    void aFailedComparisonIsRepeated() throws Exception {
        var thrown = nodes.otherHooks.before("conversationsOf", OVERFLOW);
        nodes.fanout.outageIsOver();
        Eventually.answered(thrown);
        bobs.hears(group, "lost");
    }

    @Test
    void aFailingReceiverDoesNotBlockOthers() {
        InProcessFanout fanout = new InProcessFanout();
        AtomicInteger heard = new AtomicInteger();
        fanout.interest("ada", delivery -> {
            throw new StackOverflowError();
        });
        fanout.interest("bob", delivery -> heard.incrementAndGet());
        fanout.interest("cleo", delivery -> heard.incrementAndGet());
        fanout.publish(new ChatFanout.Delivery(new LinkedHashSet<>(List.of("ada", "bob", "cleo")), null, null, "news"));
        assertEquals(2, heard.get());
    }
}
