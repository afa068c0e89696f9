package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.SearchText;
import java.util.function.Predicate;

/** A search of an {@link InMemoryChatStore}, which looks at every message. */
final class InMemorySearch {

    private final SearchTerms terms;

    InMemorySearch(SearchTerms terms) {
        this.terms = terms;
    }

    boolean finds(ChatMessage message) {
        boolean inPlace =
                terms.conversationId() == null || terms.conversationId().equals(message.conversationId());
        String text = text(message.body());
        return inPlace
                && terms.words().stream()
                        .noneMatch(word -> SearchText.places(text, word).isEmpty());
    }

    /** Returns a filter that lets pass what follows the message before which hits have to be. */
    Predicate<ChatMessage> afterStart() {
        SearchTerms.Position before = terms.before();
        boolean[] passed = {before == null};
        return message -> {
            boolean passes = passed[0];
            passed[0] |= before != null
                    && message.seq() == before.seq()
                    && message.conversationId().equals(before.conversationId());
            return passes;
        };
    }

    private static String text(Body body) {
        return switch (body) {
            case Body.Text(String text) -> text;
            case Body.File file -> file.name() + "\n" + file.caption();
            case Body.GroupEvent _, Body.Deleted _ -> "";
        };
    }
}
