package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatLimits;
import coderbased.client.net.Timing;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.story.Cable;
import coderbased.story.Scrape;
import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ada's desktop sleeps for an hour, hangs on a dead line, or does not read. It catches up exactly; and neither her
 * phone nor Bob's devices notice anything of it.
 */
final class FarAwayTest {

    private static final Timing ATTENTIVE =
            new Timing(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(5), Duration.ofSeconds(2));

    /** A server that notices soon who is gone. */
    private static final ChatLimits ATTENTIVE_SERVER = ChatLimits.standard()
            .withAccounts(AccountLimits.unlimited())
            .withHeartbeat(Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofSeconds(3));

    private static final int TOGETHER = 50;

    private final MutableClock clock = MutableClock.running();

    @TempDir
    private Path folder;

    private Node node;
    private Cable cable;
    private History history;
    private Crowd crowd;
    private Screen adasPhone;
    private Screen adasDesktop;
    private Screen bobsPhone;
    private String conversation;

    @AfterEach
    void stop() throws Exception {
        crowd.close();
        history.close();
        cable.close();
        node.close();
    }

    @Test
    void aDesktopCatchesUpAfterAnHourOfSleep() throws Exception {
        adaAndBobTalk(ATTENTIVE_SERVER);
        cable.stall();
        clock.turn(Duration.ofHours(1));
        bobSays(250, "while you slept");
        cable.mend();
        assertItCatchesUp();
    }

    @Test
    void aDesktopDetectsADeadConnectionAndRecovers() throws Exception {
        adaAndBobTalk(ATTENTIVE_SERVER);
        cable.goDead();
        adasDesktop.say(conversation, "into a dead line");
        bobSays(150, "while the line was dead");
        Eventually.holds("the desktop notices", () -> crowd.people().getFirst().desktopIsAway());
        adasDesktop.say(conversation, "and later");
        cable.mend();
        assertItCatchesUp();
        assertEquals(0, adasDesktop.unanswered());
    }

    @Test
    void aConnectionDeadOneWayIsDetectedOnBothSides() throws Exception {
        adaAndBobTalk(ATTENTIVE_SERVER);
        theLineGoesDead(cable::goDeadIn, 10);
        assertItCatchesUp();
    }

    /** Both ways or one, and with talk or without. {@code -Dhistory.seed=NUMBER} draws the same again. */
    @Tag("nightly")
    @Test
    void fiftyDeadConnectionsLoseNothing() throws Exception {
        long seed = Long.getLong("history.seed", System.nanoTime());
        System.out.println("history.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        adaAndBobTalk(ATTENTIVE_SERVER);
        List<Runnable> ways = List.of(cable::goDead, cable::goDeadIn, cable::goDeadOut);
        for (int round = 0; round < 50; round++) {
            theLineGoesDead(ways.get(random.nextInt(ways.size())), random.nextInt(2) * TOGETHER);
        }
        assertItCatchesUp();
    }

    /** Twelve megabytes, until no buffer between takes any more. */
    @Tag("nightly")
    @Test
    void aDesktopThatDoesNotReadIsDisconnectedAndCatchesUp() throws Exception {
        adaAndBobTalk(ChatLimits.standard().withAccounts(AccountLimits.unlimited()));
        cable.stall();
        bobSays(1_600, "many words ".repeat(700));
        cable.mend();
        assertItCatchesUp();
    }

    /** Until both the desktop and the server have noticed it; where anybody says something, the desktop does, too. */
    private void theLineGoesDead(Runnable how, int messages) throws Exception {
        how.run();
        if (messages > 0) {
            long so = newest(bobsPhone);
            adasDesktop.say(conversation, "into a line that went dead after " + so);
            for (int i = 1; i <= messages; i++) {
                bobsPhone.say(conversation, i + " while the line was dead after " + so);
            }
        }
        Eventually.holds("the desktop notices", () -> crowd.people().getFirst().desktopIsAway());
        Eventually.holds("the server notices", () -> desktopsAtTheServer() == 1);
        cable.mend();
        Eventually.holds("everybody is back", crowd::isBack);
        Eventually.holds("everything is answered and shown", crowd::isAtRest);
    }

    private double desktopsAtTheServer() {
        return Scrape.number(URI.create(node.adminAddress()), "coderbased_sockets{kind=\"desktop\"}");
    }

    private void adaAndBobTalk(ChatLimits limits) throws Exception {
        node = Node.start(
                Settings.standard(folder.resolve("server")).withPort(0).with(limits.withPerAddress(0)), clock);
        cable = new Cable(node.port());
        URI server = URI.create(node.address());
        history = new History(folder.resolve("history.tsv"));
        Path profiles = folder.resolve("devices");
        URI behindTheCable = URI.create("http://127.0.0.1:" + cable.port());
        Person ada = Person.signUp("ada", new Person.Ways(server, behindTheCable, clock, ATTENTIVE), profiles, history);
        Person bob =
                Person.signUp("bob", new Person.Ways(server, server, Clock.systemUTC(), ATTENTIVE), profiles, history);
        crowd = new Crowd(server, profiles, history);
        crowd.gather(List.of(ada, bob));
        adasPhone = ada.screens().getFirst();
        adasDesktop = ada.screens().getLast();
        bobsPhone = bob.screens().getFirst();
        conversation = bob.conversations().getFirst();
        adasDesktop.say(conversation, "hello");
        bobsPhone.say(conversation, "hello too");
        Eventually.holds("both see it", crowd::isAtRest);
    }

    /** All of it is answered and on the other devices, whatever becomes of Ada's desktop. */
    private void bobSays(int messages, String text) {
        long before = newest(adasDesktop);
        for (int i = 1; i <= messages; i++) {
            bobsPhone.say(conversation, i + " " + text);
            if (i % TOGETHER == 0) {
                Eventually.holds("they are answered", () -> bobsPhone.unanswered() == 0);
            }
        }
        Eventually.holds(
                "the others have all of it",
                () -> bobsPhone.unanswered() == 0
                        && newest(bobsPhone) >= before + messages
                        && newest(adasPhone) == newest(bobsPhone));
        assertTrue(newest(adasDesktop) < newest(bobsPhone), "the desktop is away");
    }

    private long newest(Screen screen) {
        return screen.newest().getOrDefault(conversation, 0L);
    }

    private void assertItCatchesUp() throws Exception {
        Eventually.holds("everybody is back", crowd::isBack);
        Eventually.holds("everything is answered and shown", crowd::isAtRest);
        crowd.readEverything();
        assertEquals(List.of(), history.read(Checker::check));
    }
}
