package coderbased.client.chat;

import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatClientMessage.Delete;
import coderbased.protocol.ChatClientMessage.Edit;
import coderbased.protocol.ChatClientMessage.React;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Edits, deletions and reactions to stored messages. Each is shown as if it were done. If the server refuses one, the
 * message is shown unchanged with the reason, until the user retries or dismisses it. Used on the client thread.
 */
final class Changes {

    private final ChatBook book;
    private final Outbox outbox;
    private final FreshNames names;
    private final Clock clock;

    Changes(ChatBook book, Outbox outbox, FreshNames names, Clock clock) {
        this.book = book;
        this.outbox = outbox;
        this.names = names;
        this.clock = clock;
    }

    /**
     * Begins a change of a stored message.
     *
     * @param message makes the message from a request id
     */
    void begin(String conversationId, long seq, Function<String, ChatClientMessage> message) {
        drop(conversationId, seq);
        book.with(conversationId, conversation -> {
            String name = names.next();
            OutboxEntry entry = new OutboxEntry(name, conversationId, clock.instant(), message.apply(name), null);
            outbox.add(entry);
            conversation.own().doing(seq, entry);
        });
    }

    /** Shows a change that is left over from an earlier start. */
    void show(OutboxEntry entry) {
        book.with(entry.conversationId(), conversation -> conversation.own().doing(seq(entry), entry));
    }

    /**
     * Ends a change that the server has made.
     *
     * @param rev revision of the message after the change
     */
    void done(OutboxEntry entry, long rev) {
        book.with(entry.conversationId(), conversation -> conversation.own().done(seq(entry), entry.name(), rev));
    }

    /** Handles a refusal that is final. A reaction is removed without a word: its absence says enough. */
    void refuse(OutboxEntry entry, String sentence) {
        if (entry.message() instanceof React) {
            outbox.remove(entry.name());
            undo(entry);
        } else {
            outbox.refuse(entry.name(), sentence);
            undo(entry);
            show(entry.refused(sentence));
        }
    }

    /** Retries the refused changes of a message. */
    void retry(String conversationId, long seq) {
        for (OutboxEntry refused : refused(conversationId, seq)) {
            OutboxEntry again = outbox.retry(refused.name());
            undo(refused);
            if (again != null) {
                show(again);
            }
        }
    }

    /** Dismisses the refused changes of a message. */
    void drop(String conversationId, long seq) {
        for (OutboxEntry refused : refused(conversationId, seq)) {
            outbox.remove(refused.name());
            undo(refused);
        }
    }

    private void undo(OutboxEntry entry) {
        book.with(entry.conversationId(), conversation -> conversation.own().undone(seq(entry), entry.name()));
    }

    private List<OutboxEntry> refused(String conversationId, long seq) {
        return outbox.refused().stream()
                .filter(entry -> entry.conversationId().equals(conversationId) && seq(entry) == seq)
                .toList();
    }

    /** Returns the number of the message that is changed; 0 for a new message. */
    private static long seq(OutboxEntry entry) {
        if (entry.message() instanceof Edit edit) {
            return edit.seq();
        }
        if (entry.message() instanceof React react) {
            return react.seq();
        }
        return entry.message() instanceof Delete delete ? delete.seq() : 0;
    }
}
