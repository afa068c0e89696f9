package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where devices that are connected get what the {@link ChatFanout} did not bring. Reading must not keep the next delivery
 * waiting, so it is done on threads of its own: a gap is read at once, and all conversations of all accounts one account after
 * the other, for the store has others to serve. Thread-safe.
 */
final class Missed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Missed.class);
    private static final long LATER_MILLIS = 1_000;

    private final ChatStore store;
    private final ScheduledExecutorService timer;
    private final Told told;
    private final InTurn turns = new InTurn("missed");

    /**
     * What else a device is told, by whoever knows it.
     *
     * @param parted the account may have no conversation any more with people whom it had one with
     * @param renew events may have been lost, too
     */
    record Told(Consumer<LiveDevice> parted, Consumer<LiveDevice> renew) {}

    Missed(ChatStore store, ScheduledExecutorService timer, Told told) {
        this.store = store;
        this.timer = timer;
        this.told = told;
    }

    List<Conversation> conversations(String accountId) {
        return store.conversationsOf(accountId);
    }

    /** A page of what changed after {@code rev}; less than {@link Protocol#BATCH_SIZE} where nothing follows. */
    List<ChatMessage> changed(String accountId, String conversationId, long rev) {
        return store.changed(conversationId, accountId, rev, Protocol.BATCH_SIZE);
    }

    void parted(LiveDevice device) {
        told.parted().accept(device);
    }

    void renew(LiveDevice device) {
        told.renew().accept(device);
    }

    void soon(Runnable reading) {
        Thread.ofVirtual().name("gap").start(() -> InTurn.logged(reading));
    }

    void inTurn(Runnable reading) {
        turns.read(reading);
    }

    /** Storage can not answer now. */
    void later(Runnable reading) {
        try {
            timer.schedule(() -> soon(reading), LATER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.debug("nobody is here any more to be told");
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
