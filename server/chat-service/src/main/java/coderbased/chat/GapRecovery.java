package coderbased.chat;

import coderbased.outage.Outage;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where devices that are connected get what the {@link ChatFanout} did not bring. Reading must not keep the next delivery
 * waiting, so it is done on threads of its own: a gap is read at once, and all conversations of all accounts one account after
 * the other, for the store has others to serve. Thread-safe.
 */
final class GapRecovery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GapRecovery.class);
    private static final Duration SHORTEST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final ChatStore store;
    private final ScheduledExecutorService timer;
    private final Told told;
    private final SerialExecutor turns = new SerialExecutor("missed");

    /**
     * What else a device is told, by whoever knows it.
     *
     * @param review those whom a device may watch may be others now
     * @param renew events may have been lost, too
     */
    record Told(Consumer<LiveDevice> review, Consumer<LiveDevice> renew) {}

    GapRecovery(ChatStore store, ScheduledExecutorService timer, Told told) {
        this.store = store;
        this.timer = timer;
        this.told = told;
    }

    List<Conversation> conversations(String accountId) {
        return store.conversationsOf(accountId);
    }

    OpenInvitations invitations(String accountId) {
        return store.invitationsOf(accountId);
    }

    /** A page of what changed after {@code rev}; less than {@link Protocol#BATCH_SIZE} where nothing follows. */
    List<ChatMessage> changed(String accountId, String conversationId, long rev) {
        return store.changed(conversationId, accountId, rev, Protocol.BATCH_SIZE);
    }

    /** Reviews whom the device may watch, unless nobody is to be asked for or a review is on its way. */
    void review(LiveDevice device) {
        if (device.watching().beginReview()) {
            told.review().accept(device);
        }
    }

    /** Reviews whether the device may watch those whom a message names. */
    void review(LiveDevice device, ChatMessage message) {
        if (device.watching().beginReview(message)) {
            told.review().accept(device);
        }
    }

    void renew(LiveDevice device) {
        told.renew().accept(device);
    }

    void soon(Runnable reading) {
        Thread.ofVirtual().name("gap").start(() -> SerialExecutor.logged(reading));
    }

    void inTurn(Runnable reading) {
        turns.read(reading);
    }

    /**
     * Reads again: the longer it was in vain, the later.
     *
     * @param vain the number of times before this one
     * @param e the reason; null where nothing failed
     */
    void again(Runnable reading, int vain, @Nullable Throwable e) {
        if (e != null && !Outage.isLogged(e)) {
            LOG.warn("Could not read events for devices ({} failures before); will retry", vain, e);
        }
        if (e == null && vain == 0) {
            soon(reading);
            return;
        }
        long millis = SHORTEST_DELAY.toMillis() << Math.min(vain, DOUBLINGS);
        try {
            timer.schedule(() -> soon(reading), Math.min(millis, LONGEST_DELAY.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("Closing; no device is left to tell");
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
