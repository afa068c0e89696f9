package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the Chat Service says on a chat connection. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ChatServerMessage {

    /** The first message of every connection. The client answers with {@link ChatClientMessage.Authenticate}. */
    @JsonTypeName("challenge")
    record Challenge(String serverId, String nonce) implements ChatServerMessage {}

    /**
     * The session is good: the device is in the Authenticated State. It stores {@code token} in place of the one it came
     * with, then says {@link ChatClientMessage.Resume}.
     *
     * @param token of the next generation; the old one stays good until this one was used
     * @param choices what the device may
     */
    @JsonTypeName("admitted")
    record Admitted(String token, String sessionId, Profile profile, LinkChoices choices) implements ChatServerMessage {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Admitted[" + profile.handle() + "]";
        }
    }

    /**
     * The session is over, told or discovered: pushed to a connected device, or the answer to a re-initialisation. The
     * client wipes token and key and returns to the Guest State; the server closes with {@link CloseCode#LOGGED_OUT}.
     */
    @JsonTypeName("logged-out")
    record LoggedOut(Logout logout) implements ChatServerMessage {}

    /** The connection ends, the session does not. */
    @JsonTypeName("disconnect")
    record Disconnecting(DisconnectReason reason, long retryAfterMillis) implements ChatServerMessage {}

    /**
     * The beginning of the answer to {@link ChatClientMessage.Resume}: how much will come before {@link CaughtUp}.
     *
     * @param conversations in all {@link Overview}s
     * @param messages in all {@link Batch}es
     */
    @JsonTypeName("resuming")
    record Resuming(int conversations, long messages) implements ChatServerMessage {}

    /** Conversations of the reader as they stand. One that is in none before {@link CaughtUp} is not the reader's any more. */
    @JsonTypeName("overview")
    record Overview(List<ConversationSummary> conversations) implements ChatServerMessage {}

    /**
     * Messages of one conversation that are new or changed since, in the order of their changes, at most {@link
     * Protocol#BATCH_SIZE}.
     */
    @JsonTypeName("batch")
    record Batch(String conversationId, List<ChatMessage> messages) implements ChatServerMessage {}

    /** Nothing is missing any more: what follows is live. */
    @JsonTypeName("caught-up")
    record CaughtUp() implements ChatServerMessage {}

    /** Somebody with whom the reader has a conversation has a new name. */
    @JsonTypeName("contact")
    record ContactChanged(Contact contact) implements ChatServerMessage {}

    /** A conversation that the reader now belongs to, or whose group is not what it was. */
    @JsonTypeName("conversation")
    record ConversationChanged(ConversationSummary conversation) implements ChatServerMessage {}

    /** A conversation that the reader does not belong to any more. */
    @JsonTypeName("conversation-gone")
    record ConversationGone(String conversationId) implements ChatServerMessage {}

    /**
     * The groups that the reader's account is asked to join, newest first: all of them, after the {@link Overview}s where
     * there are any, and at each change. At most {@link Protocol#MAX_INVITATIONS}.
     *
     * @param number greater than that of each earlier state of the list: on one connection, a list with a smaller number
     *     than the one before is passed over
     */
    @JsonTypeName("invitations")
    record Invitations(long number, List<GroupInvitation> open) implements ChatServerMessage {}

    /** The answer to {@link ChatClientMessage.OpenDirect} and {@link ChatClientMessage.CreateGroup}. */
    @JsonTypeName("opened")
    record Opened(String requestId, ConversationSummary conversation) implements ChatServerMessage {}

    /**
     * What was asked for is done and can not be lost.
     *
     * @param rev of the message that it changed, or that was so already: {@link Said} shows it with this one or a higher
     *     one. 0 where it was done to no message
     */
    @JsonTypeName("done")
    record Done(String requestId, long rev) implements ChatServerMessage {}

    /**
     * A message was said, or is not what it was. Goes to every device of everybody in the conversation, the sending one
     * included. Its sender has read and received everything up to a message that is new.
     */
    @JsonTypeName("message")
    record Said(ChatMessage message) implements ChatServerMessage {}

    /** To the sending device: your message is on disk. */
    @JsonTypeName("stored")
    record Stored(String clientMessageId, String conversationId, long seq, Instant sentAt)
            implements ChatServerMessage {}

    /**
     * To the sending device: your message was not stored.
     *
     * @param retryAfterMillis when to try again, in milliseconds from now; null where time does not help or is not known.
     *     With {@link ErrorCode#SLOW_DOWN} the message goes out again by itself
     */
    @JsonTypeName("refused")
    record SendRefused(
            String clientMessageId,
            ErrorCode code,
            String sentence,
            @Nullable Long retryAfterMillis) implements ChatServerMessage {

        /** A refusal that is no matter of time. */
        public SendRefused(String clientMessageId, ErrorCode code, String sentence) {
            this(clientMessageId, code, sentence, null);
        }
    }

    /**
     * The answer to {@link ChatClientMessage.GetHistory}, oldest first.
     *
     * @param older whether there are messages before the first of these
     * @param newer whether there are messages after the last of these
     */
    @JsonTypeName("page")
    record HistoryPage(
            String requestId, String conversationId, List<ChatMessage> messages, boolean older, boolean newer)
            implements ChatServerMessage {}

    /**
     * The answer to {@link ChatClientMessage.Search}, newest first.
     *
     * @param more what to ask for the next page with; null where there is none
     */
    @JsonTypeName("found")
    record Found(
            String requestId,
            List<ChatMessage> messages,
            @Nullable String more) implements ChatServerMessage {}

    /** The answer to {@link ChatClientMessage.FindPeople}, by name. */
    @JsonTypeName("people-found")
    record PeopleFound(String requestId, List<Contact> people) implements ChatServerMessage {}

    /** How far an account's messages have arrived, and how far it has read. */
    @JsonTypeName("marked")
    record Marked(String conversationId, String accountId, long deliveredSeq, long readSeq)
            implements ChatServerMessage {}

    /** To the account's devices: it keeps a conversation like this now. */
    @JsonTypeName("arranged")
    record Arranged(String conversationId, Arrangement arrangement) implements ChatServerMessage {}

    /** To the account's other devices: this is typed and not sent. */
    @JsonTypeName("drafted")
    record Drafted(String conversationId, String text) implements ChatServerMessage {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Drafted[" + conversationId + "]";
        }
    }

    /** To the device that wanted to have a draft or an arrangement kept: it was not, and why. */
    @JsonTypeName("not-kept")
    record NotKept(String conversationId, ErrorCode code, String sentence) implements ChatServerMessage {}

    /** Somebody else in the conversation is typing, or stopped. */
    @JsonTypeName("typing")
    record TypingChanged(String conversationId, String accountId, boolean now) implements ChatServerMessage {}

    /**
     * Whether somebody who is {@link ChatClientMessage.Watch watched} is here.
     *
     * @param lastSeenAt when they last were; null while they are here, and where it is not known
     */
    @JsonTypeName("presence")
    record PresenceChanged(
            String accountId, boolean here, @Nullable Instant lastSeenAt) implements ChatServerMessage {}

    /**
     * The answer to a request that can not be met; foreign and missing ids get the same one.
     *
     * @param retryAfterMillis when to try again, in milliseconds from now; null where time does not help or is not known
     */
    @JsonTypeName("failed")
    record RequestFailed(
            String requestId,
            ErrorCode code,
            String sentence,
            @Nullable Long retryAfterMillis) implements ChatServerMessage {

        /** A refusal that is no matter of time. */
        public RequestFailed(String requestId, ErrorCode code, String sentence) {
            this(requestId, code, sentence, null);
        }
    }

    /** To the phone that scanned: how far its link has come. */
    @JsonTypeName("link")
    record LinkChanged(LinkStatus status) implements ChatServerMessage {}

    /**
     * Which links of the account nobody has answered for, all of them, without the reader's own: after a device is admitted,
     * where there are any, and at each change. A desktop says so; a phone asks the person, see {@link
     * AuthHttp#LINK_ANSWER}.
     */
    @JsonTypeName("new-links")
    record NewLinks(List<NewLink> links) implements ChatServerMessage {}

    /** To the account's phones: the list of linked devices is not what it was. The phone asks for it again. */
    @JsonTypeName("devices")
    record DevicesChanged() implements ChatServerMessage {}
}
