package coderbased.client.chat;

import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest messages of a conversation, few and without holes, whether somebody looks at it or not: what is kept of it on
 * disk, and shown of it while there is no connection. Used on the client's own thread.
 */
final class RecentMessages {

    /** Most messages in it. */
    static final int MOST = 50;

    private final List<ChatMessage> run = new ArrayList<>();
    private long wholeRev;

    /** Oldest first; empty where nothing is known for certain. */
    List<ChatMessage> messages() {
        return List.copyOf(run);
    }

    /** Up to which change everything of them has been heard. */
    long wholeRev() {
        return wholeRev;
    }

    /** They are these, and whole up to that change. */
    void be(List<ChatMessage> newest, long rev) {
        run.clear();
        run.addAll(newest.subList(Math.max(0, newest.size() - MOST), newest.size()));
        wholeRev = rev;
    }

    /** Nothing is certain but the newest message; null where nothing was said. */
    void beginWith(@Nullable ChatMessage newest, long rev) {
        be(newest == null ? List.of() : List.of(newest), rev);
    }

    /**
     * A message as it was said or changed just now. Changes count up by one: where one was not heard, any message may not be
     * what it was.
     *
     * @param lastSeq the conversation's newest message, this one included
     */
    void heard(ChatMessage message, long lastSeq) {
        if (message.rev() > wholeRev + 1) {
            beginWith(message.seq() == lastSeq ? message : null, message.rev());
        } else {
            take(message, lastSeq);
        }
        wholeRev = Math.max(wholeRev, message.rev());
    }

    /** A message as it is after what was missed; one that changed twice leaves out a change. */
    void missed(ChatMessage message, long lastSeq) {
        take(message, lastSeq);
        wholeRev = Math.max(wholeRev, message.rev());
    }

    private void take(ChatMessage message, long lastSeq) {
        run.replaceAll(known -> known.quote() != null && known.quote().seq() == message.seq()
                ? Quotes.requoted(known, message)
                : known);
        long next = run.isEmpty() ? lastSeq : run.getLast().seq() + 1;
        if (message.seq() < next) {
            run.replaceAll(known -> known.seq() == message.seq() && known.rev() < message.rev() ? message : known);
        } else {
            if (message.seq() > next) {
                run.clear();
            }
            run.add(message);
            if (run.size() > MOST) {
                run.removeFirst();
            }
        }
    }
}
