package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of the Chat Service on a chat connection. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ChatServerMessage {

    /** The course of the session and of its connection. */
    sealed interface SessionMessage extends ChatServerMessage {}

    /** Carries what people wrote: messages or drafts, alone or in a conversation's summary. */
    sealed interface CarryingMessage extends ChatServerMessage {}

    /** Everything else about conversations and people. */
    sealed interface ContentMessage extends ChatServerMessage {}

    /** The account's links and devices. */
    sealed interface AccountMessage extends ChatServerMessage {}

    /** The first message of every connection. The client answers with {@link ChatClientMessage.Authenticate}. */
    @JsonTypeName("challenge")
    record Challenge(String serverId, String nonce) implements SessionMessage {}

    /**
     * The session is good: the device is in the Authenticated State. It stores {@code token} in place of the one it
     * came with, then says {@link ChatClientMessage.Resume}.
     *
     * @param token of the next generation; the old one stays good until this one was used
     * @param choices the device's rights
     * @param deviceName the device's name, which its phone may have given it; null from servers that do not tell it
     */
    @JsonTypeName("admitted")
    record Admitted(
            Secret token,
            String sessionId,
            Profile profile,
            LinkChoices choices,
            @Nullable String deviceName) implements SessionMessage {}

    /**
     * The session ended: pushed to a connected device, or the answer to a re-initialisation. The
     * client wipes token and key and returns to the Guest State; the server closes with {@link CloseCode#LOGGED_OUT}.
     */
    @JsonTypeName("logged-out")
    record LoggedOut(Logout logout) implements SessionMessage {}

    /** The connection ends, the session does not. */
    @JsonTypeName("disconnect")
    record Disconnecting(DisconnectReason reason, long retryAfterMillis) implements SessionMessage {}

    /**
     * The beginning of the answer to {@link ChatClientMessage.Resume}: how much will come before {@link CaughtUp}.
     *
     * @param conversations in all {@link Overview}s
     * @param messages in all {@link Batch}es
     */
    @JsonTypeName("resuming")
    record Resuming(int conversations, long messages) implements ContentMessage {}

    /**
     * Conversations of the reader as they stand. One that is in none before {@link CaughtUp} is not the reader's any
     * more.
     */
    @JsonTypeName("overview")
    record Overview(List<ConversationSummary> conversations) implements CarryingMessage {}

    /**
     * Messages of one conversation that are new or changed since, in the order of their changes, at most {@link
     * Protocol#BATCH_SIZE}.
     */
    @JsonTypeName("batch")
    record Batch(String conversationId, List<ChatMessage> messages) implements CarryingMessage {}

    /** Nothing is missing any more: later messages are live. */
    @JsonTypeName("caught-up")
    record CaughtUp() implements ContentMessage {}

    /** A person in one of the reader's conversations has a new name. */
    @JsonTypeName("contact")
    record ContactChanged(Contact contact) implements ContentMessage {}

    /** A conversation that the reader now belongs to, or whose group changed. */
    @JsonTypeName("conversation")
    record ConversationChanged(ConversationSummary conversation) implements CarryingMessage {}

    /** A conversation that the reader no longer belongs to. */
    @JsonTypeName("conversation-gone")
    record ConversationGone(String conversationId) implements ContentMessage {}

    /**
     * The groups that the reader's account is asked to join, newest first: all of them, after the {@link Overview}s
     * where there are any, and at each change. At most {@link Protocol#MAX_INVITATIONS}.
     *
     * @param number greater than that of each earlier state of the list: on one connection, a list with a smaller
     *     number than the one before is passed over
     */
    @JsonTypeName("invitations")
    record Invitations(long number, List<GroupInvitation> open) implements ContentMessage {}

    /** The answer to {@link ChatClientMessage.OpenDirect} and {@link ChatClientMessage.CreateGroup}. */
    @JsonTypeName("opened")
    record Opened(String requestId, ConversationSummary conversation) implements CarryingMessage {}

    /**
     * The request is done and stored.
     *
     * @param rev of the message that it changed, or that was so already: {@link MessageChanged} shows it with this one
     *     or a higher one. 0 if it concerned no message
     */
    @JsonTypeName("done")
    record Done(String requestId, long rev) implements ContentMessage {}

    /**
     * A message is new or changed. Goes to every device of everybody in the conversation, the sending one
     * included. Its sender has read and received everything up to a message that is new.
     */
    @JsonTypeName("message")
    record MessageChanged(ChatMessage message) implements CarryingMessage {}

    /** To the sending device: your message is on disk. */
    @JsonTypeName("stored")
    record Stored(String clientMessageId, String conversationId, long seq, Instant sentAt) implements ContentMessage {}

    /**
     * To the sending device: your message was not stored.
     *
     * @param problem the reason. With {@link ErrorCode#SLOW_DOWN} the message goes out again by itself
     */
    @JsonTypeName("refused")
    record SendRefused(String clientMessageId, Problem problem) implements ContentMessage {}

    /**
     * The answer to {@link ChatClientMessage.GetHistory}, oldest first.
     *
     * @param older true if there are messages before the first of these
     * @param newer true if there are messages after the last of these
     */
    @JsonTypeName("page")
    record HistoryPage(
            String requestId, String conversationId, List<ChatMessage> messages, boolean older, boolean newer)
            implements CarryingMessage {}

    /**
     * The answer to {@link ChatClientMessage.Search}, newest first.
     *
     * @param more the value to ask for the next page with; null if there is none
     */
    @JsonTypeName("found")
    record Found(
            String requestId,
            List<ChatMessage> messages,
            @Nullable String more) implements CarryingMessage {}

    /**
     * The answer to {@link ChatClientMessage.GetReceipts}: everybody else to whom the message was sent. Nobody if it is
     * not a message of the caller.
     */
    @JsonTypeName("message-receipts")
    record MessageReceipts(String requestId, List<MemberReceipt> members) implements ContentMessage {}

    /** The answer to {@link ChatClientMessage.FindPeople}, by name. */
    @JsonTypeName("people-found")
    record PeopleFound(String requestId, List<Contact> people) implements ContentMessage {}

    /** An account's markers: the last message that has arrived, and the last that it has read. */
    @JsonTypeName("markers")
    record MarkersMoved(String conversationId, String accountId, long deliveredSeq, long readSeq)
            implements ContentMessage {}

    /** To the account's devices: its settings of a conversation changed. */
    @JsonTypeName("settings")
    record SettingsChanged(String conversationId, ConversationSettings settings) implements ContentMessage {}

    /** To the account's other devices: a draft. */
    @JsonTypeName("drafted")
    record Drafted(String conversationId, String text) implements CarryingMessage {

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Drafted[" + conversationId + "]";
        }
    }

    /** To the device that sent a draft or conversation settings: it was not stored, with the reason. */
    @JsonTypeName("not-kept")
    record NotKept(String conversationId, Problem problem) implements ContentMessage {}

    /** Somebody else in the conversation is typing, or stopped. */
    @JsonTypeName("typing")
    record TypingChanged(String conversationId, String accountId, boolean now) implements ContentMessage {}

    /**
     * Presence of a person who is {@link ChatClientMessage.Watch watched}.
     *
     * @param lastSeenAt the last time they were online; null while they are online, and if it is not known
     */
    @JsonTypeName("presence")
    record PresenceChanged(
            String accountId, boolean here, @Nullable Instant lastSeenAt) implements ContentMessage {}

    /** The answer to a request that cannot be met; foreign and missing ids get the same answer. */
    @JsonTypeName("failed")
    record RequestFailed(String requestId, Problem problem) implements ContentMessage {}

    /** To the phone that scanned: the state of its link. */
    @JsonTypeName("link")
    record LinkChanged(LinkStatus status) implements AccountMessage {}

    /**
     * All links of the account that nobody has answered for, without the reader's own: after a device is admitted, if
     * there are any, and at each change. A desktop says so; a phone asks the person, see {@link
     * AuthHttp#LINK_ANSWER}.
     */
    @JsonTypeName("new-links")
    record NewLinks(List<NewLink> links) implements AccountMessage {}

    /** To a linked device: the name that it has on its phone now. The name in {@link Admitted} is the one before. */
    @JsonTypeName("device-name")
    record DeviceNamed(String name) implements AccountMessage {}

    /** To the account's phones: the list of linked devices changed. The phone asks for it again. */
    @JsonTypeName("devices")
    record DevicesChanged() implements AccountMessage {}
}
