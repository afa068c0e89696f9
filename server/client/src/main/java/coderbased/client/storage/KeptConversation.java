package coderbased.client.storage;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary;
import java.util.List;

/**
 * What is kept on disk of one conversation, for a start without a connection.
 *
 * @param summary as the server would say it, as far as it was heard
 * @param wholeRev up to which change everything of {@code lines} has been heard
 * @param readHere up to where it was read on this device without the server's knowing; 0 for nothing
 * @param lines its newest messages, without holes, few
 */
public record KeptConversation(ConversationSummary summary, long wholeRev, long readHere, List<ChatMessage> lines) {

    /** The same without what was said, but for the newest message. */
    KeptConversation withoutLines() {
        return new KeptConversation(summary, 0, readHere, List.of());
    }
}
