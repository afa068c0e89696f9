package coderbased.chat;

import coderbased.chat.SearchTerms.Position;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Problem;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was said. Whatever somebody types is a search: there is no syntax that one could get wrong. */
final class SearchRequests {

    private static final int MAX_WORDS = 16;
    private static final int MAX_CHARS = 512;
    private static final Problem TOO_MANY = Problem.of(
            ErrorCode.TOO_BIG,
            "Search for at most " + MAX_WORDS + " words of " + MAX_CHARS + " characters together. Leave some out.");
    private static final Problem NO_PAGE =
            Problem.of(ErrorCode.NOT_FOUND, "This page of the search no longer exists. Search again.");

    private static final Pattern NO_TEXT = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");
    private static final Pattern MORE = Pattern.compile("(\\S{1,64})/(\\d{1,18})");

    private final ChatStore store;

    SearchRequests(ChatStore store) {
        this.store = store;
    }

    void search(LiveDevice device, Search said) throws InterruptedException {
        List<String> words = words(said.words());
        if (words.size() > MAX_WORDS || said.words().length() > MAX_CHARS) {
            device.refuse(said.requestId(), TOO_MANY);
            return;
        }
        Matcher more = MORE.matcher(said.after() == null ? "" : said.after());
        if (said.after() != null && !more.matches()) {
            device.refuse(said.requestId(), NO_PAGE);
            return;
        }
        Position before = said.after() == null ? null : new Position(more.group(1), Long.parseLong(more.group(2)));
        device.peer().sendInTurn(Wire.write(found(device, said, words, before)));
    }

    private Found found(LiveDevice device, Search said, List<String> words, @Nullable Position before) {
        if (words.isEmpty()) {
            return new Found(said.requestId(), List.of(), null);
        }
        SearchTerms terms = new SearchTerms(words, said.conversationId(), before);
        List<ChatMessage> hits =
                device.horizon().messages(store.search(device.accountId(), terms, Protocol.MAX_HITS + 1));
        List<ChatMessage> page = Pages.first(hits.subList(0, Math.min(hits.size(), Protocol.MAX_HITS)));
        boolean isAll = page.size() == hits.size();
        return new Found(said.requestId(), page, isAll ? null : more(page.getLast()));
    }

    private static String more(ChatMessage last) {
        return last.conversationId() + "/" + last.seq();
    }

    /** What is between blanks and has at least one letter, digit or emoji; nothing else is ever found. */
    private static List<String> words(String typed) {
        return Arrays.stream(NO_TEXT.split(typed))
                .filter(word -> word.codePoints().anyMatch(SearchRequests::canBeFound))
                .toList();
    }

    private static boolean canBeFound(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.isEmojiPresentation(codePoint)
                || Character.isExtendedPictographic(codePoint);
    }
}
