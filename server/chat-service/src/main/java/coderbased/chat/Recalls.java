package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.GroupChange;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes that may be on disk without anybody having been told. The answer to a commit can be lost, and a node can end between
 * its commit and its announcement. Then nobody but who asked hears that a repeated write was stored before; so it is read from
 * the store and announced again. Who knows it passes it over by its number. Not thread-safe: used by the
 * {@link MessageWriter}'s thread.
 */
final class Recalls {

    /** Most conversations that wait; devices get the others when they resume. */
    private static final int MOST = 10_000;

    /** Most of them in one transaction. */
    private static final int TOGETHER = 100;

    /** Tries in a row after which devices get it when they resume. */
    private static final int TRIES = 10;

    private final Map<Key, ChatWrite.Recall> waiting = new LinkedHashMap<>();
    private int failures;

    private record Key(String conversationId, long seq) {}

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** A commit failed; that write may be on disk. */
    void uncertain(ChatWrite write) {
        add(new ChatWrite.Recall(write.place(), ChatWrite.Recall.PARTS, leavers(write)));
    }

    /** That write was answered so. Waits to be announced again if it was stored before. */
    void answered(ChatWrite write, ChatWritten result) {
        switch (result) {
            case ChatWritten.Repeated(ChatMessage message) ->
                add(new ChatWrite.Recall(message.conversationId(), message.seq(), Set.of()));
            case ChatWritten.Opened(Conversation conversation) -> opened(write, conversation);
            case ChatWritten.Unchanged _ -> {
                if (write instanceof ChatWrite.Once(String _, String _, ChatWrite.ChangeGroup change)) {
                    add(whole(change.conversationId(), write));
                }
            }
            case ChatWritten.Said _,
                    ChatWritten.Changed _,
                    ChatWritten.Marked _,
                    ChatWritten.Arranged _,
                    ChatWritten.Drafted _,
                    ChatWritten.Made _,
                    ChatWritten.GroupChanged _,
                    ChatWritten.Recalled _,
                    ChatWritten.Refused _ -> {}
        }
    }

    /** Returns those that are read next; all of them are still waiting. */
    List<ChatWrite> next() {
        return List.copyOf(
                waiting.values().stream().limit(failures == 0 ? TOGETHER : 1).toList());
    }

    /** Those were read. */
    void done(List<ChatWrite> recalled) {
        waiting.values().removeAll(recalled);
        failures = 0;
    }

    /** Those could not be read; one after the other is tried from now on. */
    void failed(List<ChatWrite> recalled) {
        failures++;
        if (failures >= TRIES) {
            done(recalled);
        }
    }

    /** Of a conversation of two in which something was said, everybody hears with the message. */
    private void opened(ChatWrite write, Conversation conversation) {
        if (write instanceof ChatWrite.Once || conversation.lastSeq() == 0) {
            add(whole(conversation.id(), write));
        }
    }

    private void add(ChatWrite.Recall recall) {
        if (waiting.size() < MOST) {
            waiting.merge(new Key(recall.conversationId(), recall.seq()), recall, Recalls::both);
        }
    }

    private static ChatWrite.Recall both(ChatWrite.Recall one, ChatWrite.Recall other) {
        Set<String> leavers = new HashSet<>(one.leavers());
        leavers.addAll(other.leavers());
        return new ChatWrite.Recall(one.conversationId(), one.seq(), leavers);
    }

    private static ChatWrite.Recall whole(String conversation, ChatWrite write) {
        return new ChatWrite.Recall(conversation, ChatWrite.Recall.WHOLE, leavers(write));
    }

    private static Set<String> leavers(ChatWrite write) {
        return switch (write) {
            case ChatWrite.Once once -> leavers(once.write());
            case ChatWrite.ChangeGroup(String _, String changer, GroupChange.Leave _) -> Set.of(changer);
            case ChatWrite.ChangeGroup(String _, String _, GroupChange.Remove(String account)) -> Set.of(account);
            default -> Set.of();
        };
    }
}
