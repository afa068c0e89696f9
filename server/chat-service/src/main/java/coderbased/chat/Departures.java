package coderbased.chat;

import coderbased.outage.Outage;
import coderbased.protocol.GroupChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The removal of deleted accounts from the chat: they leave their groups, so that no group waits for a missing admin,
 * their invitations are declined, and their drafts deleted. Conversations of two stay for the other person.
 *
 * <p>The store decides what is left over, not events: the node that hears of a deleted account may stop right then, or
 * no node may hear of it. So the store is also asked at the start and every ten minutes. Several nodes may ask at the
 * same time: removing an account twice is refused and changes nothing. Thread-safe.
 */
final class Departures {

    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    /** The number of leftovers read at a time. */
    private static final int PAGE = 100;

    private final ChatStore store;
    private final MessageWriter writer;
    private final AtomicBoolean isRunning = new AtomicBoolean();
    private volatile boolean isDue;
    private volatile long nextAt;

    /** @param now in nanoseconds, as {@link #look} */
    Departures(ChatStore store, MessageWriter writer, long now) {
        this.store = store;
        this.writer = writer;
        this.nextAt = now;
    }

    /** Starts a round if it is due; never blocks. */
    void look(long now) {
        if (now - nextAt >= 0) {
            nextAt = now + INTERVAL.toNanos();
            begin();
        }
    }

    /** Starts a round, because an account was deleted or the node starts; never blocks. */
    void begin() {
        isDue = true;
        if (isRunning.compareAndSet(false, true)) {
            start();
        }
    }

    /** If no thread can be started, the next call tries again. */
    private void start() {
        try {
            Thread.ofVirtual().name("departures").start(this::run);
        } catch (RuntimeException | Error e) {
            isRunning.set(false);
            throw e;
        }
    }

    private void run() {
        try {
            while (isDue) {
                isDue = false;
                clearUp();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.warn("Could not remove deleted accounts from their groups; will retry", e);
            }
        } finally {
            isRunning.set(false);
        }
        if (isDue) {
            begin();
        }
    }

    private void clearUp() throws InterruptedException {
        Leftover last = Leftover.NONE;
        List<Leftover> page;
        do {
            page = store.leftovers(last, PAGE);
            for (Leftover leftover : page) {
                writer.submit(write(leftover), MessageWriter.NO_ANSWER);
                last = leftover;
            }
        } while (page.size() == PAGE);
    }

    private static ChatWrite write(Leftover leftover) {
        String conversation = leftover.conversationId();
        String account = leftover.accountId();
        return switch (leftover.kind()) {
            case MEMBER -> new ChatWrite.ChangeGroup(conversation, account, new GroupChange.Leave());
            case INVITATION -> new ChatWrite.AnswerInvitation(conversation, account, false);
            case DRAFT -> new ChatWrite.SaveDraft(conversation, account, "", "");
        };
    }
}
