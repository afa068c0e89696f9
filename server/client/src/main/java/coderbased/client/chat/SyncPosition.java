package coderbased.client.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary;
import org.jspecify.annotations.Nullable;

/** How far a conversation is, how far this device has come with it, and its newest message. Used on the client's own thread. */
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

    /** A message that was missed, or heard live: what changed before it has been heard too. */
    void heard(ChatMessage message) {
        newest(message);
        wholeRev = Math.max(wholeRev, message.rev());
    }

    /** A message as it is now. */
    void newest(ChatMessage message) {
        heardRev = Math.max(heardRev, message.rev());
        lastSeq = Math.max(lastSeq, message.seq());
        if (last == null || last.seq() < message.seq() || (last.seq() == message.seq() && last.rev() < message.rev())) {
            last = message;
        }
    }

    /** Nothing that was missed is missing any more. */
    void whole() {
        wholeRev = heardRev;
    }

    /** It was read up to there on this device; what was not heard of yet cannot have been read. */
    void readHere(long seq) {
        readHere = Math.max(readHere, Math.min(seq, lastSeq));
    }

    /** It was read up to there on this device, at an earlier start. */
    void readBefore(long seq) {
        readHere = seq;
    }

    /** What is loaded was kept: everything has been heard up to that change. */
    void restore(long rev) {
        wholeRev = rev;
    }

    /** Whether the reader may see something before that message. */
    boolean isBefore(long seq) {
        return firstSeq < seq;
    }

    /** What the server would say of the conversation as a whole, as far as it was heard. */
    ConversationSummary summary(String id, ConversationInfo about, Members members) {
        return new ConversationSummary(
                id,
                about.group(),
                members.all(),
                members.people(),
                firstSeq,
                lastSeq,
                heardRev,
                last,
                about.arrangement(),
                about.draft(),
                members.invitedAccounts());
    }

    long lastSeq() {
        return lastSeq;
    }

    /** Up to which change everything has been heard. */
    long wholeRev() {
        return wholeRev;
    }

    @Nullable
    ChatMessage last() {
        return last;
    }

    /** @param readByMe as the server knows it */
    long readSeq(long readByMe) {
        return Math.max(readByMe, readHere);
    }

    /** @param readByMe as the server knows it */
    int unread(long readByMe) {
        return (int) Math.max(0, lastSeq - Math.max(readSeq(readByMe), firstSeq - 1));
    }
}
