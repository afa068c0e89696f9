package coderbased.client.storage;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary;
import java.util.List;

/**
 * Stored data of one conversation, for a start without a connection.
 *
 * @param summary the server's summary, as far as it is known
 * @param wholeRev revision up to which all changes of {@code messages} are known
 * @param readHere number up to which it was read on this device, if the server does not know; otherwise 0
 * @param messages its newest messages, without gaps, few
 */
public record KeptConversation(ConversationSummary summary, long wholeRev, long readHere, List<ChatMessage> messages) {

    /** Returns a copy with the newest message alone. */
    KeptConversation withNewestMessageOnly() {
        return new KeptConversation(summary, 0, readHere, List.of());
    }
}
