package coderbased.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a search for messages.
 *
 * @param words a message is a hit if it contains each of these, or a word that begins with it; never empty
 * @param conversationId the conversation to search; null for all
 * @param before the message before which a hit must be; null for all messages
 */
public record SearchTerms(
        List<String> words,
        @Nullable String conversationId,
        @Nullable Position before) {

    /** The place of a message: its conversation and number. */
    public record Position(String conversationId, long seq) {}
}
