package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.protocol.ChatServerMessage.PresenceChanged;
import coderbased.protocol.Wire;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a device hears of somebody's coming and going. */
final class WatchingTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final TestLine line = new TestLine();
    private final Clock clock = Clock.systemUTC();
    private final Peer peer =
            new Peer(line, ChatLimits.standard(), new Outside("N0DE", clock, new SecureRandom(), timer), gone -> {});
    private final Watching watching = new Watching(peer);
    private final Standing presence = new Standing();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void leavingThatIsHeardAfterTheReturnIsNotTold() throws Exception {
        presence.isHere = true;
        watching.want(Set.of("bob"));
        watching.review(wanted -> wanted, _ -> Map.of(), presence, clock);
        presence.listener.accept(true);
        presence.listener.accept(false);
        peer.sendEncoded("end");
        peer.start(new Deaf());
        String last = "";
        for (String text = next(); !text.equals("end"); text = next()) {
            last = text;
        }
        assertEquals(Wire.write(new PresenceChanged("bob", true, null)), last);
    }

    private String next() throws InterruptedException {
        return String.valueOf(line.sent.poll(TestSocket.LIMIT_SECONDS, TimeUnit.SECONDS));
    }

    /** Somebody whose presence is set, and whose listener is called by hand. */
    private static final class Standing implements Presence {

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
            return () -> {};
        }
    }

    /** Hears nothing. */
    private static final class Deaf implements Talk {
        @Override
        public void opened() {}

        @Override
        public void said(String text) {}

        @Override
        public void gone() {}
    }
}
