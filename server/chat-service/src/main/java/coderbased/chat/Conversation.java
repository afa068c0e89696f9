package coderbased.chat;

import coderbased.protocol.ChatMessage;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the store knows it: accounts by id, without their names.
 *
 * @param readSeqs its members, each with how far it has read
 * @param lastSeq the number of its newest message, 0 for none
 * @param last its newest message
 */
public record Conversation(
        String id,
        Map<String, Long> readSeqs,
        long lastSeq,
        @Nullable ChatMessage last) {

    /** How far {@code reader} has read. */
    long readBy(String reader) {
        return readSeqs.getOrDefault(reader, 0L);
    }

    /** How far everybody but {@code reader} has read: the smallest of their numbers. */
    long readByOthers(String reader) {
        return readSeqs.entrySet().stream()
                .filter(member -> !member.getKey().equals(reader))
                .mapToLong(Map.Entry::getValue)
                .min()
                .orElse(0);
    }
}
