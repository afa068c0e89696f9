package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.GroupChange;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change that a device asks for. The asking account comes from the device's session, never from its message. */
public sealed interface ChatWrite {

    /**
     * Sends a message.
     *
     * @param senderId the account whose device sends it
     * @param clientMessageId the device's own name for it: one sender's name is stored at most once in a conversation
     * @param replyTo the number of the message that it answers; null for none
     */
    record Send(
            String conversationId,
            String senderId,
            String clientMessageId,
            Body body,
            @Nullable Long replyTo,
            boolean forwarded)
            implements ChatWrite {}

    /**
     * Performs a write unless the account had a write performed under this name before; then it is answered as
     * performed.
     *
     * @param name the device's own name for it
     */
    record Once(String accountId, String name, ChatWrite write) implements ChatWrite {}

    /** Replaces the text of a message of one's own, or the caption beside its file. */
    record Edit(String conversationId, String editorId, long seq, String text) implements ChatWrite {}

    /** Deletes a message of one's own. */
    record Delete(String conversationId, String deleterId, long seq) implements ChatWrite {}

    /** Reacts to a message, in place of an earlier reaction; null removes the reaction. */
    record React(
            String conversationId,
            String accountId,
            long seq,
            @Nullable String emoji) implements ChatWrite {}

    /**
     * Records how far an account's messages were delivered and read; never goes back, and never beyond the newest
     * message.
     */
    record MoveMarkers(String conversationId, String accountId, long delivered, long read) implements ChatWrite {}

    /** Changes the conversation settings of an account. */
    record SaveSettings(String conversationId, String accountId, ConversationSettings settings) implements ChatWrite {}

    /**
     * Saves a text that is typed and not sent.
     *
     * @param sessionId the device that it is typed on, which is not told
     */
    record SaveDraft(String conversationId, String accountId, String sessionId, String text) implements ChatWrite {}

    /**
     * Finds the one conversation of two people, or creates it.
     *
     * @param newId its id if it has to be created
     */
    record OpenDirect(String newId, String openerId, String otherId) implements ChatWrite {}

    /**
     * Creates a group of its creator, who becomes its admin, and others, whom the caller knows to exist. Those who have
     * written to the creator become members at once; all others are invited.
     */
    record CreateGroup(String newId, String creatorId, String name, List<String> otherIds) implements ChatWrite {}

    /** Joins a group that the account is invited to, or declines. */
    record AnswerInvitation(String conversationId, String accountId, boolean accept) implements ChatWrite {}

    /** Changes a group. People who are added are known to exist. */
    record ChangeGroup(String conversationId, String changerId, GroupChange change) implements ChatWrite {}

    /**
     * Changes nothing; reads what everybody has to be told of a conversation as it stands.
     *
     * @param seq the message that they have to be told; {@link #WHOLE} for the last change and the conversation itself,
     *     {@link #PARTS} for these and for the parts without a number: markers, drafts, conversation settings
     * @param leavers accounts that have to be told that they are no longer in it, if they are not
     * @param invited accounts that have to be told their open invitations
     */
    record Recall(String conversationId, long seq, Set<String> leavers, Set<String> invited) implements ChatWrite {

        /** In place of a message's number. */
        public static final long WHOLE = 0;

        /** In place of a message's number. */
        public static final long PARTS = -1;
    }

    /** Returns the id of the conversation that the write is about, or that it creates. */
    default String place() {
        return switch (this) {
            case Once once -> once.write().place();
            case Send say -> say.conversationId();
            case Edit edit -> edit.conversationId();
            case Delete delete -> delete.conversationId();
            case React react -> react.conversationId();
            case MoveMarkers move -> move.conversationId();
            case SaveSettings settings -> settings.conversationId();
            case SaveDraft draft -> draft.conversationId();
            case OpenDirect open -> open.newId();
            case CreateGroup create -> create.newId();
            case AnswerInvitation answer -> answer.conversationId();
            case ChangeGroup change -> change.conversationId();
            case Recall recall -> recall.conversationId();
        };
    }
}
