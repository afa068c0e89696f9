package coderbased.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.Body;
import coderbased.protocol.GroupChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change that a device asks for. Who asks comes from its session, never from what it sent. */
public sealed interface ChatWrite {

    /**
     * Say something.
     *
     * @param senderId the account whose device says it
     * @param clientMessageId the device's own name for it: the same sender never gets the same name stored twice in a
     *     conversation
     * @param replyTo the number of the message that it answers; null for none
     */
    record Say(
            String conversationId,
            String senderId,
            String clientMessageId,
            Body body,
            @Nullable Long replyTo,
            boolean forwarded)
            implements ChatWrite {}

    /**
     * Do something in or to a conversation, unless the account had something done under this name before: it is not done
     * again then, and answered as if it was.
     *
     * @param name the device's own name for it
     */
    record Once(String accountId, String name, ChatWrite write) implements ChatWrite {}

    /** Put another text into a message of one's own, or another caption beside its file. */
    record Edit(String conversationId, String editorId, long seq, String text) implements ChatWrite {}

    /** Take a message of one's own back. */
    record Delete(String conversationId, String deleterId, long seq) implements ChatWrite {}

    /** React to a message, in place of an earlier reaction; null for no reaction any more. */
    record React(
            String conversationId,
            String accountId,
            long seq,
            @Nullable String emoji) implements ChatWrite {}

    /** Note how far an account's messages have arrived and were read; never goes back, never beyond the newest. */
    record Mark(String conversationId, String accountId, long delivered, long read) implements ChatWrite {}

    /** Keep a conversation differently. */
    record Arrange(String conversationId, String accountId, Arrangement arrangement) implements ChatWrite {}

    /**
     * Keep what is typed and not sent.
     *
     * @param sessionId the device that it is typed on, which need not hear of it
     */
    record SaveDraft(String conversationId, String accountId, String sessionId, String text) implements ChatWrite {}

    /**
     * Find the one conversation of two people, or make it.
     *
     * @param newId its id if it has to be made
     */
    record OpenDirect(String newId, String openerId, String otherId) implements ChatWrite {}

    /**
     * Make a group of its creator, who is its admin, and others, whom the caller knows to exist. Those who have written to the
     * creator are in it at once; all others are invited.
     */
    record CreateGroup(String newId, String creatorId, String name, List<String> otherIds) implements ChatWrite {}

    /** Join a group that the account is invited to, or decline. */
    record AnswerInvitation(String conversationId, String accountId, boolean accept) implements ChatWrite {}

    /** Change a group. Whoever is added is known to exist. */
    record ChangeGroup(String conversationId, String changerId, GroupChange change) implements ChatWrite {}

    /**
     * Change nothing, and read what everybody has to hear of a conversation as it stands.
     *
     * @param seq the message that they have to hear of; {@link #WHOLE} for the last change and the conversation itself,
     *     {@link #PARTS} for these and for what has no number: marks, drafts, arrangements
     * @param leavers accounts that have to hear that they are not in it any more, where they are not
     * @param invited accounts that have to hear which invitations they have
     */
    record Recall(String conversationId, long seq, Set<String> leavers, Set<String> invited) implements ChatWrite {

        /** In place of a message's number. */
        public static final long WHOLE = 0;

        /** In place of a message's number. */
        public static final long PARTS = -1;
    }

    /** Returns the conversation that the write is about, be it one that it makes. */
    default String place() {
        return switch (this) {
            case Once once -> once.write().place();
            case Say say -> say.conversationId();
            case Edit edit -> edit.conversationId();
            case Delete delete -> delete.conversationId();
            case React react -> react.conversationId();
            case Mark mark -> mark.conversationId();
            case Arrange arrange -> arrange.conversationId();
            case SaveDraft draft -> draft.conversationId();
            case OpenDirect open -> open.newId();
            case CreateGroup create -> create.newId();
            case AnswerInvitation answer -> answer.conversationId();
            case ChangeGroup change -> change.conversationId();
            case Recall recall -> recall.conversationId();
        };
    }
}
