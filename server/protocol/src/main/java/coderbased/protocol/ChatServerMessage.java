package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;

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
     */
    @JsonTypeName("admitted")
    record Admitted(String token, String sessionId, Profile profile) implements ChatServerMessage {

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

    /** The answer to {@link ChatClientMessage.Resume}: everybody here and every conversation, as it stands. */
    @JsonTypeName("overview")
    record Overview(List<Contact> contacts, List<ConversationSummary> conversations) implements ChatServerMessage {}

    /** Missed messages of one conversation, in order, at most {@link Protocol#BATCH_SIZE}. */
    @JsonTypeName("batch")
    record Batch(String conversationId, List<ChatMessage> messages) implements ChatServerMessage {}

    /** Nothing is missing any more: what follows is live. */
    @JsonTypeName("caught-up")
    record CaughtUp() implements ChatServerMessage {}

    /** Somebody is new on the server, or has a new name. */
    @JsonTypeName("contact")
    record ContactChanged(Contact contact) implements ChatServerMessage {}

    /** A conversation that the reader now belongs to. */
    @JsonTypeName("conversation")
    record ConversationChanged(ConversationSummary conversation) implements ChatServerMessage {}

    /** The answer to {@link ChatClientMessage.OpenDirect}. */
    @JsonTypeName("opened")
    record Opened(String requestId, ConversationSummary conversation) implements ChatServerMessage {}

    /** A message was said. Goes to every device of everybody in the conversation, the sending one included. */
    @JsonTypeName("message")
    record Said(ChatMessage message) implements ChatServerMessage {}

    /** To the sending device: your message is on disk. */
    @JsonTypeName("stored")
    record Stored(String clientMessageId, String conversationId, long seq, Instant sentAt)
            implements ChatServerMessage {}

    /** To the sending device: your message was not stored. */
    @JsonTypeName("refused")
    record SendRefused(String clientMessageId, ErrorCode code, String sentence) implements ChatServerMessage {}

    /** The answer to {@link ChatClientMessage.GetHistory}, oldest first. */
    @JsonTypeName("page")
    record HistoryPage(String requestId, String conversationId, List<ChatMessage> messages, boolean more)
            implements ChatServerMessage {}

    /** An account has read up to here. */
    @JsonTypeName("read")
    record Read(String conversationId, String accountId, long seq) implements ChatServerMessage {}

    /** The answer to a request that can not be met; foreign and missing ids get the same one. */
    @JsonTypeName("failed")
    record RequestFailed(String requestId, ErrorCode code, String sentence) implements ChatServerMessage {}

    /** To the phone that scanned: how far its link has come. */
    @JsonTypeName("link")
    record LinkChanged(LinkStatus status) implements ChatServerMessage {}

    /** To the account's phones: the list of linked devices is not what it was. The phone asks for it again. */
    @JsonTypeName("devices")
    record DevicesChanged() implements ChatServerMessage {}
}
