package coderbased.client.chat;

import coderbased.client.files.Transfer;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reader said and did in one conversation and the server has not shown yet. Used on the client's own thread.
 */
final class LocalEchoes {

    private final Conversation conversation;
    private final String me;
    private final MessageRenderer drawing;
    private final PendingEdits pending;
    private final InFlight onTheWay = new InFlight();

    /** @param me the reader's account */
    LocalEchoes(Conversation conversation, String me, MessageRenderer drawing, PendingEdits pending) {
        this.conversation = conversation;
        this.me = me;
        this.drawing = drawing;
        this.pending = pending;
    }

    /** What was said, in order. */
    InFlight onTheWay() {
        return onTheWay;
    }

    /** The server shows a message as it is now; {@code mine}: the reader said it. */
    void shown(ChatMessage message, boolean mine) {
        if (mine) {
            onTheWay.remove(message.clientMessageId());
        }
        pending.shown(message.seq(), message.rev());
    }

    /** The reader said something that is on its way. */
    void saying(OutboxEntry deed, Send send) {
        onTheWay.add(
                drawing.onTheWay(deed, send, me, send.replyTo() == null ? null : conversation.message(send.replyTo())));
        conversation.changed();
    }

    /** The file of what the reader said is that far. */
    void moving(String name, @Nullable Transfer transfer) {
        onTheWay.moving(name, transfer);
        conversation.changed();
    }

    /** What was on its way is stored; the line stays until the message itself is loaded. */
    void stored(String name, long seq, Instant at) {
        Timeline reading = conversation.reading();
        if (reading != null && reading.isLoaded(seq)) {
            onTheWay.remove(name);
        } else {
            onTheWay.stored(name, seq, at);
        }
        conversation.changed();
    }

    /** What was on its way was not stored, for that reason; null: it is on its way again. */
    void refused(String name, @Nullable String sentence) {
        onTheWay.refused(name, sentence);
        conversation.changed();
    }

    /** What was on its way is not any more. */
    void withdrawn(String name) {
        onTheWay.remove(name);
        conversation.changed();
    }

    /** The reader did something to a stored message that is on its way. */
    void doing(long seq, OutboxEntry deed) {
        pending.add(seq, deed);
        conversation.redraw(seq);
    }

    /** What the reader did to a stored message is done; {@code rev}: of the message since. */
    void done(long seq, String name, long rev) {
        ChatMessage message = conversation.message(seq);
        pending.done(seq, name, rev);
        pending.shown(seq, message == null ? Long.MAX_VALUE : message.rev());
        conversation.redraw(seq);
    }

    /** What the reader did to a stored message will not be done. */
    void undone(long seq, String name) {
        pending.dropped(seq, name);
        conversation.redraw(seq);
    }
}
