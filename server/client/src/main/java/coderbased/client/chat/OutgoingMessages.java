package coderbased.client.chat;

import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.Body;
import coderbased.protocol.ChatClientMessage.Send;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ErrorCode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the person does that has to reach the server: puts it into the {@link Outbox}, shows it as if it were done, and makes
 * of the server's answer what is shown then. Used on the client's own thread.
 */
final class OutgoingMessages {

    private final ChatBook book;
    private final Outbox outbox;
    private final OutboxSender sending;
    private final Uploads uploads;
    private final FreshNames names;
    private final Clock clock;
    private final Changes changes;

    OutgoingMessages(
            ChatBook book, Outbox outbox, OutboxSender sending, Uploads uploads, FreshNames names, Clock clock) {
        this.book = book;
        this.outbox = outbox;
        this.sending = sending;
        this.uploads = uploads;
        this.names = names;
        this.clock = clock;
        this.changes = new Changes(book, outbox, names, clock);
    }

    /** Says something. */
    void say(String conversationId, Body body, @Nullable Long replyTo, boolean forwarded) {
        book.with(conversationId, conversation -> {
            String name = names.next();
            Send send = new Send(name, conversationId, body, replyTo, forwarded);
            add(new OutboxEntry(name, conversationId, clock.instant(), send, null));
        });
    }

    /** Says something with a file, which is shown at once and goes out when it is taken and uploaded. */
    void sayFile(String conversationId, Path file, Body.File asPicked, @Nullable Long replyTo) {
        book.with(conversationId, conversation -> {
            String name = names.next();
            Send picked = new Send(name, conversationId, asPicked, replyTo, false);
            OutboxEntry deed = new OutboxEntry(name, conversationId, clock.instant(), picked, null);
            conversation.own().saying(deed, picked);
            uploads.take(
                    name,
                    file,
                    asPicked.caption(),
                    taken -> add(deed.saying(new Send(name, conversationId, taken, replyTo, false))),
                    (_, sentence) -> conversation.own().refused(name, sentence));
        });
    }

    /** What is done to stored messages. */
    Changes changes() {
        return changes;
    }

    /** What was left over from an earlier connection or an earlier start is shown in a conversation that is new here. */
    void showAll(String conversationId) {
        outbox.waiting().stream()
                .filter(deed -> deed.conversationId().equals(conversationId))
                .forEach(this::show);
        outbox.refused().stream()
                .filter(deed -> deed.conversationId().equals(conversationId))
                .forEach(this::show);
    }

    /** Takes back what is not stored; what is under way can not be caught any more. */
    void cancel(String conversationId, String name) {
        if (!sending.isUnderWay(name)) {
            uploads.cancel(name);
            over(name);
            book.with(conversationId, conversation -> conversation.own().withdrawn(name));
        }
    }

    /** Tries what was refused again. */
    void retry(String name) {
        OutboxEntry deed = outbox.retry(name);
        if (deed != null) {
            book.with(deed.conversationId(), conversation -> conversation.own().refused(name, null));
            upload(deed);
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
        failed(refused.clientMessageId(), refused.code(), refused.sentence(), refused.retryAfterMillis());
    }

    /** An edit, a deletion or a reaction is done. */
    void done(ChatServerMessage.Done done) {
        sending.taken(done.requestId());
        OutboxEntry deed = over(done.requestId());
        if (deed != null) {
            changes.done(deed, done.rev());
        }
    }

    /**
     * The server did not do it; where it only could not do it now, it is tried again.
     *
     * @param retryAfterMillis when the server wants to hear of it again; null for nothing in particular
     */
    void failed(String name, ErrorCode code, String sentence, @Nullable Long retryAfterMillis) {
        sending.over(name);
        OutboxEntry deed = outbox.waiting(name);
        if (deed == null) {
            return;
        }
        if (code == ErrorCode.TRY_LATER || code == ErrorCode.SLOW_DOWN || code == ErrorCode.INTERNAL) {
            sending.rest(retryAfterMillis == null ? Duration.ZERO : Duration.ofMillis(retryAfterMillis));
        } else if (deed.message() instanceof Send) {
            refuse(name, sentence);
        } else {
            changes.refuse(deed, sentence);
        }
    }

    /** A message of the reader's own account is stored, whoever says so. */
    void seen(String clientMessageId) {
        over(clientMessageId);
    }

    /** The conversation is not the reader's any more: nothing goes out to it. */
    void forget(String conversationId) {
        List<String> gone = outbox.waiting().stream()
                .filter(deed -> deed.conversationId().equals(conversationId))
                .map(OutboxEntry::name)
                .toList();
        gone.forEach(name -> cancel(conversationId, name));
    }

    private void add(OutboxEntry deed) {
        outbox.add(deed);
        show(deed);
    }

    private void refuse(String name, String sentence) {
        OutboxEntry deed = outbox.refuse(name, sentence);
        if (deed != null) {
            sending.over(name);
            book.with(deed.conversationId(), conversation -> conversation.own().refused(name, sentence));
        }
    }

    private @Nullable OutboxEntry over(String name) {
        sending.over(name);
        return outbox.remove(name);
    }

    private void show(OutboxEntry deed) {
        if (deed.message() instanceof Send send) {
            book.with(deed.conversationId(), conversation -> conversation.own().saying(deed, send));
            upload(deed);
        } else {
            changes.show(deed);
        }
    }

    /** A forwarded file is there already. */
    private void upload(OutboxEntry deed) {
        if (!deed.isRefused()
                && deed.message() instanceof Send send
                && !send.forwarded()
                && send.body() instanceof Body.File file) {
            uploads.begin(deed, file, this::refuse);
        }
    }
}
