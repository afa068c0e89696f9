package coderbased.client.chat;

import coderbased.client.messages.ProblemWords;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user's commands that must reach the server. Each is put into the {@link Outbox} and shown as if it were done; the
 * server's answer then updates the display. Used on the client thread.
 */
final class OutgoingMessages {

    private final ChatBook book;
    private final Outbox outbox;
    private final OutboxSender sending;
    private final MessageUploads uploads;
    private final FreshNames names;
    private final Clock clock;
    private final Changes changes;

    OutgoingMessages(
            ChatBook book, Outbox outbox, OutboxSender sending, MessageUploads uploads, FreshNames names, Clock clock) {
        this.book = book;
        this.outbox = outbox;
        this.sending = sending;
        this.uploads = uploads;
        this.names = names;
        this.clock = clock;
        this.changes = new Changes(book, outbox, names, clock);
    }

    /** Sends a message. */
    void say(String conversationId, Body body, @Nullable Long replyTo, boolean forwarded) {
        book.with(conversationId, conversation -> {
            String name = names.next();
            Send send = new Send(name, conversationId, body, replyTo, forwarded);
            add(new OutboxEntry(name, conversationId, clock.instant(), send, null));
        });
    }

    /** Sends a message with a file. It is shown at once, and sent when the file is copied and uploaded. */
    void sendFile(String conversationId, Path file, Body.File asPicked, @Nullable Long replyTo) {
        book.with(conversationId, conversation -> {
            String name = names.next();
            Send picked = new Send(name, conversationId, asPicked, replyTo, false);
            OutboxEntry entry = new OutboxEntry(name, conversationId, clock.instant(), picked, null);
            conversation.own().saying(entry, picked);
            uploads.take(
                    name,
                    file,
                    asPicked.caption(),
                    taken -> add(entry.saying(new Send(name, conversationId, taken, replyTo, false))),
                    (_, sentence) -> conversation.own().refused(name, sentence));
        });
    }

    /** Returns the changes of stored messages. */
    Changes changes() {
        return changes;
    }

    /** Shows the entries of an earlier connection or start in a conversation that is new here. */
    void showAll(String conversationId) {
        outbox.waiting().stream()
                .filter(entry -> entry.conversationId().equals(conversationId))
                .forEach(this::show);
        outbox.refused().stream()
                .filter(entry -> entry.conversationId().equals(conversationId))
                .forEach(this::show);
    }

    /** Cancels a message that is not stored; one that is in flight cannot be cancelled. */
    void cancel(String conversationId, String name) {
        if (!sending.isInFlight(name)) {
            uploads.cancel(name);
            over(name);
            book.with(conversationId, conversation -> conversation.own().withdrawn(name));
        }
    }

    /** Sends a refused message again. */
    void retry(String name) {
        OutboxEntry entry = outbox.retry(name);
        if (entry != null) {
            book.with(entry.conversationId(), conversation -> conversation.own().refused(name, null));
            upload(entry);
        }
    }

    void stored(ChatServerMessage.Stored stored) {
        sending.taken(stored.clientMessageId());
        if (over(stored.clientMessageId()) != null) {
            book.with(
                    stored.conversationId(),
                    conversation -> conversation.own().stored(stored.clientMessageId(), stored.seq(), stored.sentAt()));
        }
    }

    void refused(ChatServerMessage.SendRefused refused) {
        failed(refused.clientMessageId(), refused.problem());
    }

    /** Handles the confirmation of an edit, a deletion or a reaction. */
    void done(ChatServerMessage.Done done) {
        sending.taken(done.requestId());
        OutboxEntry entry = over(done.requestId());
        if (entry != null) {
            changes.done(entry, done.rev());
        }
    }

    /** Handles a failure; if it is temporary, the entry is sent again. */
    void failed(String name, Problem problem) {
        ErrorCode code = problem.code();
        Long retryAfterMillis = problem.retryAfterMillis();
        sending.over(name);
        OutboxEntry entry = outbox.waiting(name);
        if (entry == null) {
            return;
        }
        if (code == ErrorCode.TRY_LATER || code == ErrorCode.SLOW_DOWN) {
            sending.rest(retryAfterMillis == null ? Duration.ZERO : Duration.ofMillis(retryAfterMillis));
        } else if (entry.message() instanceof Send) {
            refuse(name, ProblemWords.sentence(problem));
        } else {
            changes.refuse(entry, ProblemWords.sentence(problem));
        }
    }

    /** Records that a message of the reader's account is stored. */
    void seen(String clientMessageId) {
        over(clientMessageId);
    }

    /** Drops all entries of a conversation that the reader has left. */
    void forget(String conversationId) {
        List<String> gone = outbox.waiting().stream()
                .filter(entry -> entry.conversationId().equals(conversationId))
                .map(OutboxEntry::name)
                .toList();
        gone.forEach(name -> cancel(conversationId, name));
    }

    private void add(OutboxEntry entry) {
        outbox.add(entry);
        show(entry);
    }

    private void refuse(String name, String sentence) {
        OutboxEntry entry = outbox.refuse(name, sentence);
        if (entry != null) {
            sending.over(name);
            book.with(entry.conversationId(), conversation -> conversation.own().refused(name, sentence));
        }
    }

    private @Nullable OutboxEntry over(String name) {
        sending.over(name);
        return outbox.remove(name);
    }

    private void show(OutboxEntry entry) {
        if (entry.message() instanceof Send send) {
            book.with(entry.conversationId(), conversation -> conversation.own().saying(entry, send));
            upload(entry);
        } else {
            changes.show(entry);
        }
    }

    /** Uploads the file of an entry. A forwarded file is already on the server. */
    private void upload(OutboxEntry entry) {
        if (!entry.isRefused()
                && entry.message() instanceof Send send
                && !send.forwarded()
                && send.body() instanceof Body.File file) {
            uploads.begin(entry, file, this::refuse);
        }
    }
}
