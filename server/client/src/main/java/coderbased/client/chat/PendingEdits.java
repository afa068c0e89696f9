package coderbased.client.chat;

import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reader's changes to stored messages of one conversation that the server has not shown yet. They are rendered as
 * if they were done. A refused change is not rendered; its reason is. Used on the client thread.
 */
final class PendingEdits {

    /**
     * One edit, deletion or reaction.
     *
     * @param rev revision of the message after the change; the change is complete once the local message has it.
     *     {@link #UNCONFIRMED} until the server confirms the change
     */
    private record Change(OutboxEntry entry, long rev) {}

    private static final long UNCONFIRMED = Long.MAX_VALUE;

    private final String me;
    private final Map<Long, List<Change>> bySeq = new HashMap<>();

    PendingEdits(String me) {
        this.me = me;
    }

    /** Adds a change to the message with that number. */
    void add(long seq, OutboxEntry entry) {
        bySeq.computeIfAbsent(seq, _ -> new ArrayList<>()).add(new Change(entry, UNCONFIRMED));
    }

    /** Records that the server made a change; it is rendered until the message with {@code rev} arrives. */
    void done(long seq, String name, long rev) {
        List<Change> changes = bySeq.getOrDefault(seq, List.of());
        changes.replaceAll(change -> is(change, name) ? new Change(change.entry(), rev) : change);
    }

    /** Removes a change that will not be made. */
    void dropped(long seq, String name) {
        bySeq.computeIfPresent(seq, (_, changes) -> {
            changes.removeIf(change -> is(change, name));
            return changes.isEmpty() ? null : changes;
        });
    }

    /** Removes the changes that the message already contains. */
    void shown(long seq, long rev) {
        bySeq.computeIfPresent(seq, (_, changes) -> {
            changes.removeIf(change -> change.rev() != UNCONFIRMED && change.rev() <= rev);
            return changes.isEmpty() ? null : changes;
        });
    }

    /** Returns the message with all pending changes applied. */
    ChatMessage applied(ChatMessage message) {
        ChatMessage now = message;
        for (Change change : bySeq.getOrDefault(message.seq(), List.of())) {
            now = applied(now, change.entry());
        }
        return now;
    }

    /** Returns the reason of the last refused change; null if none was refused. */
    @Nullable
    String refusal(long seq) {
        String why = null;
        for (Change change : bySeq.getOrDefault(seq, List.of())) {
            why = change.entry().isRefused() ? change.entry().refusal() : why;
        }
        return why;
    }

    private ChatMessage applied(ChatMessage message, OutboxEntry entry) {
        if (entry.isRefused()) {
            return message;
        }
        if (entry.message() instanceof ChatClientMessage.Edit edit) {
            return message.edited(message.body().withText(edit.text()), entry.at());
        }
        if (entry.message() instanceof ChatClientMessage.React react) {
            return message.reacted(me, react.emoji());
        }
        return entry.message() instanceof ChatClientMessage.Delete ? message.deleted() : message;
    }

    private static boolean is(Change change, String name) {
        return change.entry().name().equals(name);
    }
}
