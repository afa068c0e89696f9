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
 * Writes that may be on disk without an announcement. The answer to a commit can be lost, and a node can stop between
 * its commit and its announcement. A repeated write then finds that it was stored before; so its conversation is read
 * from the store and announced again. Devices that know it already ignore it by its number. Not thread-safe: used by
 * the {@link MessageWriter}'s thread.
 */
final class UnannouncedWrites {

    /** The most conversations that wait; devices get the others when they resume. */
    private static final int MAX_WAITING = 10_000;

    /** The most conversations in one transaction. */
    private static final int MAX_BATCH = 100;

    /**
     * The tries after which devices get it only when they resume. A failed try counts only if the store took something
     * else meanwhile.
     */
    private static final int MAX_TRIES = 10;

    private final Map<Key, ChatWrite.Recall> waiting = new LinkedHashMap<>();
    private final Map<Key, Integer> failures = new HashMap<>();
    private int together = MAX_BATCH;
    private boolean storeWorks;

    private record Key(String conversationId, long seq) {

        static Key of(ChatWrite.Recall recall) {
            return new Key(recall.conversationId(), recall.seq());
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Adds a write that may be on disk although its commit failed, or that is on disk although its announcement failed.
     */
    void uncertain(ChatWrite write) {
        add(new ChatWrite.Recall(write.place(), ChatWrite.Recall.PARTS, leavers(write), invited(write)));
    }

    /** Adds a write that was answered with that result, if it was stored before. */
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
            case ChatWritten.Stored _,
                    ChatWritten.Changed _,
                    ChatWritten.MarkersMoved _,
                    ChatWritten.SettingsChanged _,
                    ChatWritten.Drafted _,
                    ChatWritten.Made _,
                    ChatWritten.GroupChanged _,
                    ChatWritten.Recalled _,
                    ChatWritten.Refused _ -> {}
        }
    }

    /** Records that the store took something. */
    void stored() {
        storeWorks = true;
    }

    /** Returns those that are read next; all of them stay until {@link #done}. */
    List<ChatWrite.Recall> next() {
        return waiting.values().stream().limit(together).toList();
    }

    /** Removes those that were read. */
    void done(List<ChatWrite.Recall> recalled) {
        for (ChatWrite.Recall recall : recalled) {
            waiting.remove(Key.of(recall));
            failures.remove(Key.of(recall));
        }
        together = Math.min(MAX_BATCH, together * 2);
        stored();
    }

    /**
     * Records that those could not be read. If the store took something meanwhile, they go behind the others, and fewer
     * are tried at once.
     */
    void failed(List<ChatWrite.Recall> recalled) {
        if (!storeWorks) {
            return;
        }
        storeWorks = false;
        together = Math.max(1, together / 2);
        recalled.forEach(recall -> putOff(recall, recalled.size() == 1));
    }

    /** Adds one that was read and could not be announced. */
    void untold(ChatWrite.Recall recall) {
        putOff(recall, true);
    }

    private void putOff(ChatWrite.Recall recall, boolean counts) {
        Key key = Key.of(recall);
        waiting.remove(key);
        if (!counts || failures.merge(key, 1, Integer::sum) < MAX_TRIES) {
            waiting.put(key, recall);
        } else {
            failures.remove(key);
        }
    }

    /**
     * Adds an opened conversation. One of two that has a message needs no announcement of its own: the message
     * announces it.
     */
    private void opened(ChatWrite write, Conversation conversation) {
        if (write instanceof ChatWrite.Once || conversation.lastSeq() == 0) {
            add(whole(conversation.id(), write));
        }
    }

    private static boolean isOfGroup(ChatWrite write) {
        return write instanceof ChatWrite.ChangeGroup || write instanceof ChatWrite.AnswerInvitation;
    }

    private void add(ChatWrite.Recall recall) {
        if (waiting.size() < MAX_WAITING) {
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

    /** Returns the accounts whose invitations the write may have changed. */
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
