package coderbased.protocol;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;

/** What a device that holds a token says on its chat connection. Who says it comes from the session, never from here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface ChatClientMessage {

    /**
     * The answer to {@link ChatServerMessage.Challenge}, and the only message before it is admitted. Hop 8 of the Guest
     * Token's way.
     *
     * @param token the Auth Token or Web Auth Token
     * @param proof base64url signature of {@link DeviceKey#challengeBytes} with the device's key
     */
    @JsonTypeName("authenticate")
    record Authenticate(int protocol, String token, String proof) implements ChatClientMessage {

        /** Leaves the token out. */
        @Override
        public String toString() {
            return "Authenticate[protocol " + protocol + "]";
        }
    }

    /**
     * What the device already has, once after it is admitted: the last number per conversation. The server answers with
     * {@link ChatServerMessage.Overview}, the missed messages in {@link ChatServerMessage.Batch}es, and {@link
     * ChatServerMessage.CaughtUp}.
     */
    @JsonTypeName("resume")
    record Resume(Map<String, Long> have) implements ChatClientMessage {}

    /** Finds or makes the one-to-one conversation with somebody. Answer: {@link ChatServerMessage.Opened}. */
    @JsonTypeName("open")
    record OpenDirect(String requestId, String accountId) implements ChatClientMessage {}

    /**
     * Says something. Answer: {@link ChatServerMessage.Stored} once it can not be lost, or {@link
     * ChatServerMessage.SendRefused}. Sending the same {@code clientMessageId} again stores nothing and gets the same
     * answer.
     */
    @JsonTypeName("send")
    record Send(String clientMessageId, String conversationId, Body body) implements ChatClientMessage {}

    /** Wants the messages before {@code beforeSeq}, newest page first. Answer: {@link ChatServerMessage.HistoryPage}. */
    @JsonTypeName("history")
    record GetHistory(String requestId, String conversationId, long beforeSeq) implements ChatClientMessage {}

    /** The person has read up to here; never goes back. Everybody in the conversation hears {@link ChatServerMessage.Read}. */
    @JsonTypeName("read")
    record MarkRead(String conversationId, long seq) implements ChatClientMessage {}
}
