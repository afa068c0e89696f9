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
 * What the person does to stored messages: edits, deletions, reactions. Shown as if it were done; where the server does not
 * do it, the message goes back and says why, until the person tries again or lets it be. Used on the client's own thread.
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

    /** Does something to a stored message; {@code message} makes it of a request's id. */
    void begin(String conversationId, long seq, Function<String, ChatClientMessage> message) {
        drop(conversationId, seq);
        book.with(conversationId, conversation -> {
            String name = names.next();
            OutboxEntry deed = new OutboxEntry(name, conversationId, clock.instant(), message.apply(name), null);
            outbox.add(deed);
            conversation.own().doing(seq, deed);
        });
    }

    /** What was left over from an earlier start is shown again. */
    void show(OutboxEntry deed) {
        book.with(deed.conversationId(), conversation -> conversation.own().doing(seq(deed), deed));
    }

    /** It is done; {@code rev}: of the message since. */
    void done(OutboxEntry deed, long rev) {
        book.with(deed.conversationId(), conversation -> conversation.own().done(seq(deed), deed.name(), rev));
    }

    /** The server did not do it, and will not. A reaction that is gone says enough by itself. */
    void refuse(OutboxEntry deed, String sentence) {
        if (deed.message() instanceof React) {
            outbox.remove(deed.name());
            undo(deed);
        } else {
            outbox.refuse(deed.name(), sentence);
            undo(deed);
            show(deed.refused(sentence));
        }
    }

    /** What was refused with that message is done again. */
    void retry(String conversationId, long seq) {
        for (OutboxEntry refused : refused(conversationId, seq)) {
            OutboxEntry again = outbox.retry(refused.name());
            undo(refused);
            if (again != null) {
                show(again);
            }
        }
    }

    /** What was refused with that message is let be. */
    void drop(String conversationId, long seq) {
        for (OutboxEntry refused : refused(conversationId, seq)) {
            outbox.remove(refused.name());
            undo(refused);
        }
    }

    private void undo(OutboxEntry deed) {
        book.with(deed.conversationId(), conversation -> conversation.own().undone(seq(deed), deed.name()));
    }

    private List<OutboxEntry> refused(String conversationId, long seq) {
        return outbox.refused().stream()
                .filter(deed -> deed.conversationId().equals(conversationId) && seq(deed) == seq)
                .toList();
    }

    /** The message it is done to; 0 for what is said. */
    private static long seq(OutboxEntry deed) {
        if (deed.message() instanceof Edit edit) {
            return edit.seq();
        }
        if (deed.message() instanceof React react) {
            return react.seq();
        }
        return deed.message() instanceof Delete delete ? delete.seq() : 0;
    }
}
