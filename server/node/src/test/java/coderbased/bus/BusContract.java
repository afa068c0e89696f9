package coderbased.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.auth.linking.GuestRequest;
import coderbased.auth.linking.GuestResponse;
import coderbased.auth.session.AuthEvent;
import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Interest;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.chat.Presence.Watch;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The contract of every bus. Where there are several nodes, {@link #here} and {@link #there} are two of them. */
abstract class BusContract {

    static final String THERE = "BBBB";
    static final Duration DEADLINE = Deadlines.of(Duration.ofSeconds(20));
    static final Duration SHORT_DEADLINE = Duration.ofMillis(300);
    static final long LIMIT_SECONDS = Deadlines.seconds(30);

    static final GuestRequest QUESTION = new GuestRequest.AskStatus("link", "phone");
    static final GuestResponse ANSWER = new GuestResponse.Standing(new LinkStatus("link", Step.APPROVED, null, null));

    abstract BusPorts here();

    /** The node {@link #THERE}. */
    abstract BusPorts there();

    @Test
    void anEventReachesEveryNodeOnceAndInOrder() throws Exception {
        BlockingQueue<AuthEvent> heardHere = new LinkedBlockingQueue<>();
        BlockingQueue<AuthEvent> heardThere = new LinkedBlockingQueue<>();
        try (AutoCloseable one = here().auth().events().subscribe(heardHere::add);
                AutoCloseable other = there().auth().events().subscribe(heardThere::add)) {
            for (int i = 0; i < 100; i++) {
                here().auth().events().publish(new AuthEvent.DevicesChanged("account-" + i));
            }
            for (int i = 0; i < 100; i++) {
                assertEquals(new AuthEvent.DevicesChanged("account-" + i), next(heardHere));
                assertEquals(new AuthEvent.DevicesChanged("account-" + i), next(heardThere));
            }
        }
    }

    @Test
    void aCallReachesItsNode() throws Exception {
        try (AutoCloseable serving = there().auth().calls().serve(THERE, BusContract::answer)) {
            assertEquals(ANSWER, ask(THERE));
        }
    }

    @Test
    void aStoppedNodeHasNoGuests() {
        assertInstanceOf(
                GuestResponse.NotHere.class,
                here().auth().calls().ask("ZZZZ", QUESTION, SHORT_DEADLINE).join());
    }

    @Test
    void theNodeWithTheGuestAnswersACallToAll() throws Exception {
        try (AutoCloseable one = here().auth().calls().serve("AAAA", question -> new GuestResponse.NotHere());
                AutoCloseable other = there().auth().calls().serve(THERE, BusContract::answer)) {
            until(
                    () -> here().auth()
                            .calls()
                            .askAll(QUESTION, DEADLINE)
                            .join()
                            .equals(ANSWER),
                    "the one that knows answers");
        }
    }

    @Test
    void anUnknownGuestIsAnsweredWithoutWaiting() throws Exception {
        try (AutoCloseable one = here().auth().calls().serve("AAAA", question -> new GuestResponse.NotHere());
                AutoCloseable other = there().auth().calls().serve(THERE, question -> new GuestResponse.NotHere())) {
            GuestResponse answer =
                    here().auth().calls().askAll(QUESTION, Duration.ofDays(1)).get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertInstanceOf(GuestResponse.NotHere.class, answer);
        }
    }

    @Test
    void aDeliveryReachesOnlyInterestedReceivers() throws Exception {
        BlockingQueue<Delivery> heard = new LinkedBlockingQueue<>();
        Delivery ready = new Delivery(Set.of("ada", "bob"), null, null, "ready");
        Delivery said = new Delivery(
                Set.of("ada", "bob"), "session", new Place("c", 7), "hello", true, new State("c", State.PART, 5));
        try (Interest ada = there().fanout().interest("ada", heard::add)) {
            assertTrue(here().fanout().isHeard("ada"));
            until(() -> published(ready, heard), "the interest is known");
            heard.clear();
            here().fanout().publish(said);
            Delivery got = next(heard);
            while (got.text().equals("ready")) {
                got = next(heard);
            }
            assertTrue(got.accounts().contains("ada"));
            assertEquals("session", got.exceptSession());
            assertEquals(new Place("c", 7), got.place());
            assertEquals("hello", got.text());
            assertTrue(got.parts());
            assertEquals(new State("c", State.PART, 5), got.about());
        }
        BlockingQueue<Delivery> later = new LinkedBlockingQueue<>();
        heard.clear();
        try (Interest bob = there().fanout().interest("bob", later::add)) {
            until(() -> published(ready, later), "the other interest is known");
        }
        assertTrue(heard.isEmpty(), "an interest that was closed hears no more");
    }

    @Test
    void noDeliveryIsMissedAfterAnInterestHasBegun() throws Exception {
        for (int i = 0; i < 50; i++) {
            BlockingQueue<Delivery> heard = new LinkedBlockingQueue<>();
            String account = "account-" + i;
            try (Interest begun = there().fanout().interest(account, heard::add)) {
                begun.awaitBegun();
                here().fanout().publish(new Delivery(Set.of(account), null, null, "at once"));
                assertEquals("at once", next(heard).text());
            }
        }
    }

    @Test
    void presenceChangesReachEveryNode() throws Exception {
        BlockingQueue<Boolean> seen = new LinkedBlockingQueue<>();
        try (Watch watch = there().presence().watch("ada", seen::add)) {
            assertFalse(there().presence().isHere("ada"));
            here().presence().came("ada");
            assertEquals(true, next(seen));
            assertTrue(there().presence().isHere("ada"));
            here().presence().left("ada");
            assertEquals(false, next(seen));
            assertFalse(there().presence().isHere("ada"));
        }
    }

    @Test
    void earlierPresenceIsSeenByALaterWatcher() {
        here().presence().came("bob");
        try (Watch watch = there().presence().watch("bob", here -> {})) {
            until(() -> there().presence().isHere("bob"), "who is asked for is found");
        }
        here().presence().left("bob");
    }

    static void until(Callable<Boolean> condition, String what) {
        Eventually.holds(what, condition);
    }

    static <T> T next(BlockingQueue<T> heard) throws InterruptedException {
        T next = heard.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "nothing was heard");
        return next;
    }

    private boolean published(Delivery delivery, BlockingQueue<Delivery> heard) {
        here().fanout().publish(delivery);
        return !heard.isEmpty();
    }

    private GuestResponse ask(String node) {
        return here().auth().calls().ask(node, QUESTION, DEADLINE).join();
    }

    static GuestResponse answer(GuestRequest question) {
        return question.equals(QUESTION) ? ANSWER : new GuestResponse.NotHere();
    }
}
