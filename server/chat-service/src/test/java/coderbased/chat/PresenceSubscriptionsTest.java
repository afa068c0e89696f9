package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.Wire;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The presence of others as a device is told it. */
final class PresenceSubscriptionsTest {

    private static final Body TEXT = new Body.Text("words");

    private final List<Set<String>> asked = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TestLine line = new TestLine();
    private final Clock clock = Clock.systemUTC();
    private final ClientConnection peer = new ClientConnection(
            line,
            ChatLimits.standard(),
            new ChatContext("N0DE", clock, new SecureRandom(), timer),
            new QueueBudget(Long.MAX_VALUE),
            gone -> {});
    private final PresenceSubscriptions watching = new PresenceSubscriptions(peer);
    private final Standing presence = new Standing();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void aLateDepartureAfterAReturnIsNotTold() throws Exception {
        presence.isHere = true;
        watching.want(Set.of("bob"));
        watching.review(wanted -> wanted, _ -> Map.of(), presence, clock);
        presence.listener.accept(true);
        presence.listener.accept(false);
        peer.sendEncoded("end");
        peer.start(new SilentHandler());
        String last = "";
        for (String text = next(); !text.equals("end"); text = next()) {
            last = text;
        }
        assertEquals(Wire.write(new PresenceChanged("bob", true, null)), last);
    }

    @Test
    void aMessageCausesAReviewOfItsUnwatchedSenderOnly() {
        watching.want(Set.of("bob", "cleo"));
        review(Set.of("bob"));
        assertEquals(Set.of("bob", "cleo"), asked.removeFirst());
        assertFalse(watching.beginReview(message("eve", TEXT)), "nobody wants to watch her");
        assertFalse(watching.beginReview(message("bob", TEXT)), "he is watched");
        assertTrue(watching.beginReview(message("cleo", TEXT)));
        assertFalse(watching.beginReview(message("cleo", TEXT)), "a review is on its way");
        review(Set.of("cleo"));
        review(Set.of("cleo"));
        assertEquals(List.of(Set.of("cleo")), asked);
        assertFalse(watching.lacksAnybody());
    }

    @Test
    void aGroupEventCausesAReviewOfItsPeopleAndEndsTheirWatches() {
        watching.want(Set.of("ada", "bob", "cleo"));
        review(Set.of("ada", "bob", "cleo"));
        asked.clear();
        Body removed = new Body.GroupEvent(GroupEventKind.REMOVED, List.of("bob", "eve"), null);
        assertTrue(watching.beginReview(message("ada", removed)));
        review(Set.of("ada"));
        assertEquals(List.of(Set.of("ada", "bob")), asked);
        assertEquals(Set.of("ada", "cleo"), presence.watched);
    }

    @Test
    void aReviewThatEndsWithAnErrorIsDueAgain() {
        watching.want(Set.of("bob"));
        assertThrows(
                NoClassDefFoundError.class,
                () -> watching.review(
                        _ -> {
                            throw new NoClassDefFoundError();
                        },
                        _ -> Map.of(),
                        presence,
                        clock));
        assertEquals(OptionalInt.of(0), watching.beginRetry());
        review(Set.of("bob"));
        assertEquals(List.of(Set.of("bob")), asked);
    }

    @Test
    void aFailedReviewKeepsTheWatchesAndRetries() {
        watching.want(Set.of("bob", "cleo"));
        review(Set.of("bob"));
        asked.clear();
        assertTrue(watching.beginReview());
        assertThrows(
                IllegalStateException.class,
                () -> watching.review(
                        _ -> {
                            throw new IllegalStateException("away");
                        },
                        _ -> Map.of(),
                        presence,
                        clock));
        assertEquals(Set.of("bob"), presence.watched);
        assertEquals(OptionalInt.of(0), watching.beginRetry());
        assertEquals(OptionalInt.empty(), watching.beginRetry(), "one retry is enough");
        watching.endRetry();
        assertEquals(OptionalInt.of(1), watching.beginRetry(), "the next one comes later");
        watching.endRetry();
        review(Set.of("cleo"));
        assertEquals(List.of(Set.of("bob", "cleo")), asked);
        assertEquals(Set.of("cleo"), presence.watched);
        assertEquals(OptionalInt.empty(), watching.beginRetry(), "nobody is due");
    }

    @Test
    void aDepartedDeviceIsNotReviewedAgain() {
        watching.want(Set.of("bob"));
        watching.close();
        review(Set.of("bob"));
        assertEquals(List.of(), asked);
        assertFalse(watching.beginReview());
        assertEquals(OptionalInt.empty(), watching.beginRetry());
    }

    /** Reviews where these may be watched. */
    private void review(Set<String> allowed) {
        watching.review(
                accounts -> {
                    asked.add(accounts);
                    Set<String> known = new HashSet<>(accounts);
                    known.retainAll(allowed);
                    return known;
                },
                _ -> Map.of(),
                presence,
                clock);
    }

    private static ChatMessage message(String sender, Body body) {
        return new ChatMessage("c", 1, 1, null, sender, Instant.EPOCH, body, null, false, null, List.of());
    }

    private String next() throws InterruptedException {
        return String.valueOf(line.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    /** Somebody whose presence is set, and whose listener is called by hand. */
    private static final class Standing implements Presence {

        private final Set<String> watched = new HashSet<>();
        private boolean isHere;
        private Consumer<Boolean> listener = here -> {};

        @Override
        public void came(String accountId) {}

        @Override
        public void left(String accountId) {}

        @Override
        public boolean isHere(String accountId) {
            return isHere;
        }

        @Override
        public Watch watch(String accountId, Consumer<Boolean> told) {
            listener = told;
            watched.add(accountId);
            return () -> watched.remove(accountId);
        }
    }
}
