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
 * Recovery of news that the {@link ChatFanout} did not bring to connected devices. Reads run on threads of their own,
 * because they must not delay the next delivery. A gap is read at once; comparisons of all conversations run one
 * account after the other, because the store serves others, too. Thread-safe.
 */
final class GapRecovery implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GapRecovery.class);
    private static final Duration MIN_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofMinutes(1);
    private static final int DOUBLINGS = 6;

    private final ChatStore store;
    private final ScheduledExecutorService timer;
    private final Callbacks callbacks;
    private final SerialExecutor turns = new SerialExecutor("gaps");

    /**
     * Other news for devices.
     *
     * @param review called when the set of people whom a device may watch may have changed
     * @param renew called when events may have been lost, too
     */
    record Callbacks(Consumer<LiveDevice> review, Consumer<LiveDevice> renew) {}

    GapRecovery(ChatStore store, ScheduledExecutorService timer, Callbacks callbacks) {
        this.store = store;
        this.timer = timer;
        this.callbacks = callbacks;
    }

    List<Conversation> conversations(String accountId) {
        return store.conversationsOf(accountId);
    }

    OpenInvitations invitations(String accountId) {
        return store.invitationsOf(accountId);
    }

    /** Returns a page of the changes after {@code rev}; fewer than {@link Protocol#BATCH_SIZE} if nothing follows. */
    List<ChatMessage> changed(String accountId, String conversationId, long rev) {
        return store.changed(conversationId, accountId, rev, Protocol.BATCH_SIZE);
    }

    /** Reviews whom the device may watch, unless nobody is due or a review is under way. */
    void review(LiveDevice device) {
        if (device.watching().beginReview()) {
            callbacks.review().accept(device);
        }
    }

    /** Reviews if the device may watch the people whom a message names. */
    void review(LiveDevice device, ChatMessage message) {
        if (device.watching().beginReview(message)) {
            callbacks.review().accept(device);
        }
    }

    void renew(LiveDevice device) {
        callbacks.renew().accept(device);
    }

    void soon(Runnable reading) {
        Thread.ofVirtual().name("gap").start(() -> SerialExecutor.logged(reading));
    }

    void inTurn(Runnable reading) {
        turns.read(reading);
    }

    /**
     * Reads again after a delay that grows with each failure.
     *
     * @param failures the number of failures before this one
     * @param e the reason; null if nothing failed
     */
    void again(Runnable reading, int failures, @Nullable Throwable e) {
        if (e != null && !Outage.isLogged(e)) {
            LOG.warn("Could not read events for devices ({} failures before); will retry", failures, e);
        }
        if (e == null && failures == 0) {
            soon(reading);
            return;
        }
        long millis = MIN_DELAY.toMillis() << Math.min(failures, DOUBLINGS);
        try {
            timer.schedule(() -> soon(reading), Math.min(millis, MAX_DELAY.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("Closing; no device is left to tell");
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
