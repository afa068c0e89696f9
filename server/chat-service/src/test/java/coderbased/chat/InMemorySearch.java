package coderbased.chat;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A search of an {@link InMemoryChatStore}: looks for each term at the beginning of a word. */
final class InMemorySearch {

    private static final int VARIATION_SELECTOR = 0xFE0F;

    private final SearchTerms terms;

    InMemorySearch(SearchTerms terms) {
        this.terms = terms;
    }

    boolean finds(ChatMessage message) {
        boolean inPlace =
                terms.conversationId() == null || terms.conversationId().equals(message.conversationId());
        String text = folded(text(message.body()));
        return inPlace
                && terms.words().stream()
                        .map(InMemorySearch::folded)
                        .allMatch(word -> word.codePoints().anyMatch(InMemorySearch::isInWords) && begins(text, word));
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

    private static boolean begins(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int before = at == 0 ? ' ' : text.codePointBefore(at);
            if (!isInWords(before) || !Character.isAlphabetic(before) || hasNoBlanks(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInWords(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || Character.isEmoji(codePoint);
    }

    /** True for scripts without blanks between words, and for emoji. */
    private static boolean hasNoBlanks(int codePoint) {
        return Character.isIdeographic(codePoint)
                || Character.isEmoji(codePoint)
                || List.of("HIRAGANA", "KATAKANA", "THAI")
                        .contains(Character.UnicodeScript.of(codePoint).name());
    }

    private static String text(Body body) {
        return switch (body) {
            case Body.Text(String text) -> text;
            case Body.File file -> file.name() + " " + file.caption();
            case Body.GroupEvent _, Body.Deleted _ -> "";
        };
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .codePoints()
                .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK || hasNoBlanks(each))
                .filter(each -> each != VARIATION_SELECTOR)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT);
    }
}
