package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.GroupChange;
import java.util.HashMap;
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
final class UnannouncedWrites {

    /** Most conversations that wait; devices get the others when they resume. */
    private static final int MOST = 10_000;

    /** Most of them in one transaction. */
    private static final int TOGETHER = 100;

    /** Tries after which devices get it when they resume. Only those count that failed while the store took something else. */
    private static final int TRIES = 10;

    private final Map<Key, ChatWrite.Recall> waiting = new LinkedHashMap<>();
    private final Map<Key, Integer> failures = new HashMap<>();
    private int together = TOGETHER;
    private boolean storeWorks;

    private record Key(String conversationId, long seq) {

        static Key of(ChatWrite.Recall recall) {
            return new Key(recall.conversationId(), recall.seq());
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** A commit failed and that write may be on disk, or it is and announcing it failed. */
    void uncertain(ChatWrite write) {
        add(new ChatWrite.Recall(write.place(), ChatWrite.Recall.PARTS, leavers(write), invited(write)));
    }

    /** That write was answered so. Waits to be announced again if it was stored before. */
    void answered(ChatWrite write, ChatWritten result) {
        switch (result) {
            case ChatWritten.Repeated(ChatMessage message) ->
                add(new ChatWrite.Recall(message.conversationId(), message.seq(), Set.of(), Set.of()));
            case ChatWritten.Opened(Conversation conversation) -> opened(write, conversation);
            case ChatWritten.Unchanged _ -> {
                if (write instanceof ChatWrite.Once once && isOfGroup(once.write())) {
                    add(whole(write.place(), write));
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

    /** The store took something. */
    void stored() {
        storeWorks = true;
    }

    /** Returns those that are read next; all of them are still waiting. */
    List<ChatWrite.Recall> next() {
        return waiting.values().stream().limit(together).toList();
    }

    /** Those were read. */
    void done(List<ChatWrite.Recall> recalled) {
        for (ChatWrite.Recall recall : recalled) {
            waiting.remove(Key.of(recall));
            failures.remove(Key.of(recall));
        }
        together = Math.min(TOGETHER, together * 2);
        stored();
    }

    /** Those could not be read. If the store is not away, they wait behind the others, and fewer are tried at once. */
    void failed(List<ChatWrite.Recall> recalled) {
        if (!storeWorks) {
            return;
        }
        storeWorks = false;
        together = Math.max(1, together / 2);
        recalled.forEach(recall -> putOff(recall, recalled.size() == 1));
    }

    /** That was read, and announcing it failed. */
    void untold(ChatWrite.Recall recall) {
        putOff(recall, true);
    }

    private void putOff(ChatWrite.Recall recall, boolean counts) {
        Key key = Key.of(recall);
        waiting.remove(key);
        if (!counts || failures.merge(key, 1, Integer::sum) < TRIES) {
            waiting.put(key, recall);
        } else {
            failures.remove(key);
        }
    }

    /** Of a conversation of two in which something was said, everybody hears with the message. */
    private void opened(ChatWrite write, Conversation conversation) {
        if (write instanceof ChatWrite.Once || conversation.lastSeq() == 0) {
            add(whole(conversation.id(), write));
        }
    }

    private static boolean isOfGroup(ChatWrite write) {
        return write instanceof ChatWrite.ChangeGroup || write instanceof ChatWrite.AnswerInvitation;
    }

    private void add(ChatWrite.Recall recall) {
        if (waiting.size() < MOST) {
            waiting.merge(Key.of(recall), recall, UnannouncedWrites::both);
        }
    }

    private static ChatWrite.Recall both(ChatWrite.Recall one, ChatWrite.Recall other) {
        return new ChatWrite.Recall(
                one.conversationId(),
                one.seq(),
                union(one.leavers(), other.leavers()),
                union(one.invited(), other.invited()));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static ChatWrite.Recall whole(String conversation, ChatWrite write) {
        return new ChatWrite.Recall(conversation, ChatWrite.Recall.WHOLE, leavers(write), invited(write));
    }

    private static Set<String> leavers(ChatWrite write) {
        return switch (write) {
            case ChatWrite.Once once -> leavers(once.write());
            case ChatWrite.ChangeGroup(String _, String changer, GroupChange.Leave _) -> Set.of(changer);
            case ChatWrite.ChangeGroup(String _, String _, GroupChange.Remove(String account)) -> Set.of(account);
            default -> Set.of();
        };
    }

    /** Accounts whose invitations the write may have changed. */
    private static Set<String> invited(ChatWrite write) {
        return switch (write) {
            case ChatWrite.Once once -> invited(once.write());
            case ChatWrite.AnswerInvitation answer -> Set.of(answer.accountId());
            case ChatWrite.CreateGroup create -> Set.copyOf(create.otherIds());
            case ChatWrite.ChangeGroup(String _, String _, GroupChange.Add add) -> Set.copyOf(add.accountIds());
            case ChatWrite.ChangeGroup(String _, String _, GroupChange.Remove(String account)) -> Set.of(account);
            default -> Set.of();
        };
    }
}
