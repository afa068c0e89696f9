package coderbased.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in messages.
 *
 * @param words a message is a hit if each of these, or a word that begins with it, is in it; never empty
 * @param conversationId where to look; null for everywhere
 * @param before only what was said before this message; null for everything
 */
public record SearchTerms(
        List<String> words,
        @Nullable String conversationId,
        @Nullable Position before) {

    /** A message, by its conversation and number. */
    public record Position(String conversationId, long seq) {}
}
