package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a device with a token on its chat connection. The sender is known from the session, never from the
 * message.
 *
 * <p>A message with a {@code requestId} is answered once, by the message that its description names or by
 * {@link ChatServerMessage.RequestFailed}. A foreign id gets the same answer as one that does not exist.
 *
 * <p>{@link Edit}, {@link Delete}, {@link React}, {@link CreateGroup}, {@link AnswerInvitation} and {@link ChangeGroup}
 * are done once for each {@code requestId}, which is unlike any other of the account's: a device that did not hear the
 * answer asks again under the same name, and what was done is answered and not done again. {@link Send} is the same
 * with its {@code clientMessageId}.
 *
 * <p>Hop 8 of the Guest Token's way.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ChatClientMessage {

    /** A request for a change. It is answered, by the id that its device gave it. */
    sealed interface Change extends ChatClientMessage {
        String requestId();
    }

    /** A change of one message. */
    sealed interface MessageChange extends Change {}

    /** A change of the conversations that there are, or of who is in them. */
    sealed interface GroupRequest extends Change {}

    /** Changes nothing for anybody. */
    sealed interface Read extends ChatClientMessage {}

    /** A search. */
    sealed interface Query extends Read {
        String requestId();
    }

    /** Markers, settings and drafts of the account. They are not answered. */
    sealed interface Marker extends ChatClientMessage {}

    /**
     * The answer to {@link ChatServerMessage.Challenge}, and the only message before it is admitted.
     *
     * @param token the Auth Token or Web Auth Token
     * @param proof base64url signature of {@link DeviceKey#challengeBytes} with the device's key
     */
    @JsonTypeName("authenticate")
    record Authenticate(int protocol, Secret token, Secret proof) implements ChatClientMessage {}

    /**
     * Tells what the device already has, once after it is admitted: the last change ({@link ChatMessage#rev}) per
     * conversation. The server answers with {@link ChatServerMessage.Resuming}, every conversation in
     * {@link ChatServerMessage.Overview}s, what changed in {@link ChatServerMessage.Batch}es, and
     * {@link ChatServerMessage.CaughtUp}. Of a conversation that is not named, no messages are sent.
     */
    @JsonTypeName("resume")
    record Resume(Map<String, Long> have) implements Read {}

    /**
     * Says something. Answer: {@link ChatServerMessage.Stored} once it is stored, or
     * {@link ChatServerMessage.SendRefused}. Sending the same {@code clientMessageId} again stores nothing and gets the
     * same answer. It also marks the conversation as read by the sender; a forwarded one does so only where everything
     * before it was read.
     *
     * @param replyTo the number of the message that it answers; null for none
     * @param forwarded true if it is a copy of another message. A forwarded file need not be uploaded: it is enough
     *     that the sender may see a message that carries it
     */
    @JsonTypeName("send")
    record Send(
            String clientMessageId,
            String conversationId,
            Body body,
            @Nullable Long replyTo,
            boolean forwarded) implements ChatClientMessage {}

    /**
     * All that was sent and not answered, or answered with {@link ErrorCode#TRY_LATER}, is repeated after this message,
     * beginning with the oldest. Once the server could not store one {@link Send}, {@link Edit}, {@link Delete} or
     * {@link React} of a connection, it answers all that follow on it the same way, so that none is done before an
     * earlier one, until it hears this. No answer.
     */
    @JsonTypeName("start-over")
    record StartOver() implements ChatClientMessage {}

    /** Changes the text or the caption of one's own message. Answer: {@link ChatServerMessage.Done}. */
    @JsonTypeName("edit")
    record Edit(String requestId, String conversationId, long seq, String text) implements MessageChange {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Edit[" + conversationId + ", " + seq + "]";
        }
    }

    /** Deletes one's own message, for everybody. Answer: {@link ChatServerMessage.Done}. */
    @JsonTypeName("delete")
    record Delete(String requestId, String conversationId, long seq) implements MessageChange {}

    /**
     * Reacts to a message, in place of an earlier reaction. Answer: {@link ChatServerMessage.Done}.
     *
     * @param emoji at most {@link Protocol#MAX_EMOJI_CHARS} characters; null to remove the reaction
     */
    @JsonTypeName("react")
    record React(
            String requestId,
            String conversationId,
            long seq,
            @Nullable String emoji) implements MessageChange {}

    /** Finds or makes the one-to-one conversation with somebody. Answer: {@link ChatServerMessage.Opened}. */
    @JsonTypeName("open")
    record OpenDirect(String requestId, String accountId) implements GroupRequest {}

    /**
     * Makes a group of the caller and these accounts. Accounts that have written to the caller in their conversation of
     * two are in it at once; all others are {@link GroupInvitation invited}. Answer: {@link ChatServerMessage.Opened}.
     */
    @JsonTypeName("create-group")
    record CreateGroup(String requestId, String name, List<String> accountIds) implements GroupRequest {}

    /**
     * Joins a group that the account was invited to, or declines. Answer: {@link ChatServerMessage.Done}. After a
     * decline the same person cannot invite again to the same group.
     */
    @JsonTypeName("answer-invitation")
    record AnswerInvitation(String requestId, String conversationId, boolean accept) implements GroupRequest {}

    /** Changes a group. Answer: {@link ChatServerMessage.Done}. */
    @JsonTypeName("change-group")
    record ChangeGroup(String requestId, String conversationId, GroupChange change) implements GroupRequest {}

    /** Requests a page of messages. Answer: {@link ChatServerMessage.HistoryPage}. */
    @JsonTypeName("history")
    record GetHistory(String requestId, String conversationId, Side side, long seq) implements Read {

        /** A range of messages, relative to a number. */
        public enum Side {
            /** The newest of those with a smaller number. */
            BEFORE,
            /** The oldest of those with a greater number. */
            AFTER,
            /** The one with that number, or the next after it, in the middle. */
            AROUND
        }
    }

    /**
     * Asks whom one of the caller's own messages has reached, and when. Answer: {@link
     * ChatServerMessage.MessageReceipts}.
     */
    @JsonTypeName("receipts")
    record GetReceipts(String requestId, String conversationId, long seq) implements Read {}

    /**
     * Looks for messages that hold all of these words, or words that begin with them, newest first. Answer: {@link
     * ChatServerMessage.Found}.
     *
     * @param conversationId the conversation to search; null for all
     * @param after {@link ChatServerMessage.Found#more} of the page before; null for the first
     */
    @JsonTypeName("search")
    record Search(
            String requestId,
            String words,
            @Nullable String conversationId,
            @Nullable String after) implements Query {

        /** Leaves the words out. */
        @Override
        public String toString() {
            return "Search[" + requestId + "]";
        }
    }

    /**
     * Looks for people of this server by the beginning of a word of their name, or of their handle; for no words, the
     * first by name. Answer: {@link ChatServerMessage.PeopleFound}.
     */
    @JsonTypeName("find-people")
    record FindPeople(String requestId, String words) implements Query {}

    /** Up to here the messages have arrived on this device; never goes back. */
    @JsonTypeName("delivered")
    record MarkDelivered(String conversationId, long seq) implements Marker {}

    /**
     * The person has read up to here; never goes back. Everybody in the conversation hears
     * {@link ChatServerMessage.MarkersMoved}.
     */
    @JsonTypeName("read")
    record MarkRead(String conversationId, long seq) implements Marker {}

    /**
     * Changes the settings of a conversation on all devices of the account. If it cannot be stored, the answer is
     * {@link ChatServerMessage.NotKept}.
     */
    @JsonTypeName("conversation-settings")
    record SaveSettings(String conversationId, ConversationSettings settings) implements Marker {}

    /**
     * A draft, for the account's other devices; at most {@link Protocol#MAX_TEXT_BYTES}. If it cannot be stored, the
     * answer is {@link ChatServerMessage.NotKept}.
     */
    @JsonTypeName("draft")
    record SaveDraft(String conversationId, String text) implements Marker {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "SaveDraft[" + conversationId + "]";
        }
    }

    /** The person is typing, or stopped. Is forgotten after {@link Protocol#TYPING_SECONDS} unless it is sent again. */
    @JsonTypeName("typing")
    record Typing(String conversationId, boolean now) implements ChatClientMessage {}

    /**
     * Subscribes to the presence of these people instead of those named before: at once, then at each change. Only
     * people with whom one has a conversation; at most {@link Protocol#MAX_WATCHED}.
     */
    @JsonTypeName("watch")
    record Watch(List<String> accountIds) implements Read {}
}
