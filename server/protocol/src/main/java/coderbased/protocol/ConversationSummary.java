package coderbased.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the conversation list.
 *
 * @param id the conversation
 * @param members everybody in it, the reader included
 * @param lastSeq the number of its newest message, 0 where nothing was said yet
 * @param last its newest message
 * @param readSeq how far the reader's account has read, on any device
 * @param readByOthersSeq how far everybody else has read
 */
public record ConversationSummary(
        String id,
        List<Contact> members,
        long lastSeq,
        @Nullable ChatMessage last,
        long readSeq,
        long readByOthersSeq) {}
