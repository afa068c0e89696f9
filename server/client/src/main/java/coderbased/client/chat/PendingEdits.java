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
 * What the reader did to stored messages of one conversation and the server has not shown yet: drawn as if it were done. What
 * the server refused is not drawn, but said.
 * Used on the client's own thread.
 */
final class PendingEdits {

    /**
     * One edit, deletion or reaction.
     *
     * @param rev of the message since it is done: once the message here has that one, the server has shown it; before the
     *     server says that it is done, {@link #NOT_YET}
     */
    private record Change(OutboxEntry deed, long rev) {}

    private static final long NOT_YET = Long.MAX_VALUE;

    private final String me;
    private final Map<Long, List<Change>> bySeq = new HashMap<>();

    PendingEdits(String me) {
        this.me = me;
    }

    /** The reader did {@code deed} to the message with that number. */
    void add(long seq, OutboxEntry deed) {
        bySeq.computeIfAbsent(seq, _ -> new ArrayList<>()).add(new Change(deed, NOT_YET));
    }

    /** The server did it; it is drawn on until the message comes that shows it, which has that {@code rev}. */
    void done(long seq, String name, long rev) {
        List<Change> changes = bySeq.getOrDefault(seq, List.of());
        changes.replaceAll(change -> is(change, name) ? new Change(change.deed(), rev) : change);
    }

    /** It will not be done. */
    void dropped(long seq, String name) {
        bySeq.computeIfPresent(seq, (_, changes) -> {
            changes.removeIf(change -> is(change, name));
            return changes.isEmpty() ? null : changes;
        });
    }

    /** The message is here as it was after the change {@code rev}. */
    void shown(long seq, long rev) {
        bySeq.computeIfPresent(seq, (_, changes) -> {
            changes.removeIf(change -> change.rev() != NOT_YET && change.rev() <= rev);
            return changes.isEmpty() ? null : changes;
        });
    }

    /** The message as it will be. */
    ChatMessage applied(ChatMessage message) {
        ChatMessage now = message;
        for (Change change : bySeq.getOrDefault(message.seq(), List.of())) {
            now = applied(now, change.deed());
        }
        return now;
    }

    /** Why the last change that was refused was not done; null where none was. */
    @Nullable
    String refusal(long seq) {
        String why = null;
        for (Change change : bySeq.getOrDefault(seq, List.of())) {
            why = change.deed().isRefused() ? change.deed().refusal() : why;
        }
        return why;
    }

    private ChatMessage applied(ChatMessage message, OutboxEntry deed) {
        if (deed.isRefused()) {
            return message;
        }
        if (deed.message() instanceof ChatClientMessage.Edit edit) {
            return message.edited(message.body().withText(edit.text()), deed.at());
        }
        if (deed.message() instanceof ChatClientMessage.React react) {
            return message.reacted(me, react.emoji());
        }
        return deed.message() instanceof ChatClientMessage.Delete ? message.deleted() : message;
    }

    private static boolean is(Change change, String name) {
        return change.deed().name().equals(name);
    }
}
