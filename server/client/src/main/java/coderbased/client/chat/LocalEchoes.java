package coderbased.client.chat;

import coderbased.client.files.Transfer;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The reader's messages and changes in one conversation that the server has not shown yet. Used on the client thread.
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

    /** Returns the unconfirmed messages, in order. */
    InFlight onTheWay() {
        return onTheWay;
    }

    /**
     * Removes what a message from the server confirms.
     *
     * @param mine true if the reader sent it
     */
    void shown(ChatMessage message, boolean mine) {
        if (mine) {
            onTheWay.remove(message.clientMessageId());
        }
        pending.shown(message.seq(), message.rev());
    }

    /** Shows a message that is being sent. */
    void saying(OutboxEntry deed, Send send) {
        onTheWay.add(
                drawing.onTheWay(deed, send, me, send.replyTo() == null ? null : conversation.message(send.replyTo())));
        conversation.changed();
    }

    /** Sets the upload progress of a message's file. */
    void moving(String name, @Nullable Transfer transfer) {
        onTheWay.moving(name, transfer);
        conversation.changed();
    }

    /** Marks a message as stored; it stays here until the message itself is loaded. */
    void stored(String name, long seq, Instant at) {
        Timeline reading = conversation.reading();
        if (reading != null && reading.isLoaded(seq)) {
            onTheWay.remove(name);
        } else {
            onTheWay.stored(name, seq, at);
        }
        conversation.changed();
    }

    /** Marks a message as refused; a null sentence marks it as being sent again. */
    void refused(String name, @Nullable String sentence) {
        onTheWay.refused(name, sentence);
        conversation.changed();
    }

    /** Removes a message that is no longer being sent. */
    void withdrawn(String name) {
        onTheWay.remove(name);
        conversation.changed();
    }

    /** Shows a change of a stored message as if it were done. */
    void doing(long seq, OutboxEntry deed) {
        pending.add(seq, deed);
        conversation.redraw(seq);
    }

    /**
     * Records that the server has made a change.
     *
     * @param rev revision of the message after the change
     */
    void done(long seq, String name, long rev) {
        ChatMessage message = conversation.message(seq);
        pending.done(seq, name, rev);
        pending.shown(seq, message == null ? Long.MAX_VALUE : message.rev());
        conversation.redraw(seq);
    }

    /** Removes a change that will not be made. */
    void undone(long seq, String name) {
        pending.dropped(seq, name);
        conversation.redraw(seq);
    }
}
