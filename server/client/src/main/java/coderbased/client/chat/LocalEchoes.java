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

    private final LocalConversation conversation;
    private final String me;
    private final MessageRenderer messageRenderer;
    private final PendingEdits pending;
    private final InFlight inFlight = new InFlight();

    /** @param me the reader's account */
    LocalEchoes(LocalConversation conversation, String me, MessageRenderer messageRenderer, PendingEdits pending) {
        this.conversation = conversation;
        this.me = me;
        this.messageRenderer = messageRenderer;
        this.pending = pending;
    }

    /** Returns the unconfirmed messages, in order. */
    InFlight inFlight() {
        return inFlight;
    }

    /**
     * Removes what a message from the server confirms.
     *
     * @param mine true if the reader sent it
     */
    void shown(ChatMessage message, boolean mine) {
        if (mine) {
            inFlight.remove(message.clientMessageId());
        }
        pending.shown(message.seq(), message.rev());
    }

    /** Shows a message that is being sent. */
    void saying(OutboxEntry entry, Send send) {
        inFlight.add(messageRenderer.inFlight(
                entry, send, me, send.replyTo() == null ? null : conversation.message(send.replyTo())));
        conversation.changed();
    }

    /** Sets the upload progress of a message's file. */
    void moving(String name, @Nullable Transfer transfer) {
        inFlight.moving(name, transfer);
        conversation.changed();
    }

    /** Marks a message as stored; it stays here until the message itself is loaded. */
    void stored(String name, long seq, Instant at) {
        Timeline timeline = conversation.timeline();
        if (timeline != null && timeline.isLoaded(seq)) {
            inFlight.remove(name);
        } else {
            inFlight.stored(name, seq, at);
        }
        conversation.changed();
    }

    /** Marks a message as refused; a null sentence marks it as being sent again. */
    void refused(String name, @Nullable String sentence) {
        inFlight.refused(name, sentence);
        conversation.changed();
    }

    /** Removes a message that is no longer being sent. */
    void withdrawn(String name) {
        inFlight.remove(name);
        conversation.changed();
    }

    /** Shows a change of a stored message as if it were done. */
    void doing(long seq, OutboxEntry entry) {
        pending.add(seq, entry);
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
