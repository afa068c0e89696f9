package coderbased.client.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a conversation: its end, what this device has received and read, and its newest message. Used on the
 * client thread.
 */
final class SyncPosition {

    private long firstSeq = 1;
    private long lastSeq;
    private long heardRev;
    private long wholeRev;
    private long readHere;
    private @Nullable ChatMessage last;

    void summary(ConversationSummary summary) {
        firstSeq = summary.firstSeq();
        lastSeq = Math.max(lastSeq, summary.lastSeq());
        heardRev = Math.max(heardRev, summary.lastRev());
        if (summary.last() != null) {
            newest(summary.last());
        }
    }

    /** Records a message that was missed or came live; all changes before it are known. */
    void heard(ChatMessage message) {
        newest(message);
        wholeRev = Math.max(wholeRev, message.rev());
    }

    /** Records the current version of a message. */
    void newest(ChatMessage message) {
        heardRev = Math.max(heardRev, message.rev());
        lastSeq = Math.max(lastSeq, message.seq());
        if (last == null || last.seq() < message.seq() || (last.seq() == message.seq() && last.rev() < message.rev())) {
            last = message;
        }
    }

    /** Records that nothing is missing. */
    void whole() {
        wholeRev = heardRev;
    }

    /**
     * Marks everything up to {@code seq} as read on this device. Messages that have not arrived cannot have been read.
     */
    void readHere(long seq) {
        readHere = Math.max(readHere, Math.min(seq, lastSeq));
    }

    /** Restores the read position of an earlier start. */
    void readBefore(long seq) {
        readHere = seq;
    }

    /** Restores the revision up to which all changes are known. */
    void restore(long rev) {
        wholeRev = rev;
    }

    /** True if the reader may see a message before that one. */
    boolean isBefore(long seq) {
        return firstSeq < seq;
    }

    /** Returns the summary that the server would send, as far as it is known. */
    ConversationSummary summary(String id, ConversationInfo info, Members members) {
        return new ConversationSummary(
                id,
                info.group(),
                members.all(),
                members.people(),
                firstSeq,
                lastSeq,
                heardRev,
                last,
                info.settings(),
                info.draft(),
                members.invitedAccounts(),
                members.departed());
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Returns the revision up to which all changes are known. */
    long wholeRev() {
        return wholeRev;
    }

    @Nullable
    ChatMessage last() {
        return last;
    }

    /** @param readByMe the reader's position as the server knows it */
    long readSeq(long readByMe) {
        return Math.max(readByMe, readHere);
    }

    /** @param readByMe the reader's position as the server knows it */
    int unread(long readByMe) {
        return (int) Math.max(0, lastSeq - Math.max(readSeq(readByMe), firstSeq - 1));
    }
}
