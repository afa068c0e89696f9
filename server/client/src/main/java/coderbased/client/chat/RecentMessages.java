package coderbased.client.chat;

import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of a conversation, without gaps, open or not. They are stored on disk and shown while there is no
 * connection. Used on the client thread.
 */
final class RecentMessages {

    /** Largest number of messages. */
    static final int MAX_MESSAGES = 50;

    private final List<ChatMessage> run = new ArrayList<>();
    private long wholeRev;

    /** Returns the messages, oldest first; empty if nothing is certain. */
    List<ChatMessage> messages() {
        return List.copyOf(run);
    }

    /** Returns the revision up to which all changes are known. */
    long wholeRev() {
        return wholeRev;
    }

    /** Replaces the messages; all their changes up to {@code rev} are known. */
    void be(List<ChatMessage> newest, long rev) {
        run.clear();
        run.addAll(newest.subList(Math.max(0, newest.size() - MAX_MESSAGES), newest.size()));
        wholeRev = rev;
    }

    /** Starts again from the newest message, the only one that is certain; null if there is none. */
    void beginWith(@Nullable ChatMessage newest, long rev) {
        be(newest == null ? List.of() : List.of(newest), rev);
    }

    /**
     * Adds a message that was sent or changed just now. Revisions count up by one; after a gap, any message may be out
     * of date.
     *
     * @param lastSeq number of the conversation's newest message, this one included
     */
    void heard(ChatMessage message, long lastSeq) {
        if (message.rev() > wholeRev + 1) {
            beginWith(message.seq() == lastSeq ? message : null, message.rev());
        } else {
            take(message, lastSeq);
        }
        wholeRev = Math.max(wholeRev, message.rev());
    }

    /** Adds a message from the synchronisation, in which a message that changed twice skips a revision. */
    void missed(ChatMessage message, long lastSeq) {
        take(message, lastSeq);
        wholeRev = Math.max(wholeRev, message.rev());
    }

    private void take(ChatMessage message, long lastSeq) {
        run.replaceAll(known -> known.quote() != null && known.quote().seq() == message.seq()
                ? known.answering(message.asQuote(), known.forwarded())
                : known);
        long next = run.isEmpty() ? lastSeq : run.getLast().seq() + 1;
        if (message.seq() < next) {
            run.replaceAll(known -> known.seq() == message.seq() && known.rev() < message.rev() ? message : known);
        } else {
            if (message.seq() > next) {
                run.clear();
            }
            run.add(message);
            if (run.size() > MAX_MESSAGES) {
                run.removeFirst();
            }
        }
    }
}
