package coderbased.chat;

import coderbased.chat.SearchTerms.Position;
import coderbased.protocol.ChatClientMessage.Search;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.Found;
import coderbased.protocol.Problem;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.SearchText;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests to search messages. Every input is a valid search: there is no syntax. */
final class SearchRequests {

    private static final int MAX_WORDS = 16;
    private static final int MAX_CHARS = 512;
    private static final Problem TOO_MANY =
            ProblemReason.SEARCH_LENGTH.problem("maxWords", MAX_WORDS, "maxChars", MAX_CHARS);
    private static final Problem NO_PAGE = ProblemReason.SEARCH_PAGE_UNKNOWN.problem();

    private static final Pattern NO_TEXT = Pattern.compile("[\\s\\p{Cntrl}\\p{Z}]+");
    private static final Pattern MORE = Pattern.compile("(\\S{1,64})/(\\d{1,18})");

    private final ChatStore store;

    SearchRequests(ChatStore store) {
        this.store = store;
    }

    void search(LiveDevice device, Search request) throws InterruptedException {
        List<String> words = words(request.words());
        if (words.size() > MAX_WORDS || request.words().length() > MAX_CHARS) {
            device.refuse(request.requestId(), TOO_MANY);
            return;
        }
        Matcher more = MORE.matcher(request.after() == null ? "" : request.after());
        if (request.after() != null && !more.matches()) {
            device.refuse(request.requestId(), NO_PAGE);
            return;
        }
        Position before = request.after() == null ? null : new Position(more.group(1), Long.parseLong(more.group(2)));
        device.connection().sendInTurn(Wire.write(found(device, request, words, before)));
    }

    private Found found(LiveDevice device, Search request, List<String> words, @Nullable Position before) {
        if (words.isEmpty()) {
            return new Found(request.requestId(), List.of(), null);
        }
        SearchTerms terms = new SearchTerms(words, request.conversationId(), before);
        List<ChatMessage> hits =
                device.visibility().messages(store.search(device.accountId(), terms, Protocol.MAX_HITS + 1));
        List<ChatMessage> page = Pages.first(hits.subList(0, Math.min(hits.size(), Protocol.MAX_HITS)));
        boolean isAll = page.size() == hits.size();
        return new Found(request.requestId(), page, isAll ? null : more(page.getLast()));
    }

    private static String more(ChatMessage last) {
        return last.conversationId() + "/" + last.seq();
    }

    /** Returns the parts between blanks that have at least one letter, digit or emoji; nothing else is ever found. */
    private static List<String> words(String typed) {
        return NO_TEXT.splitAsStream(typed)
                .filter(word -> !SearchText.words(word).isEmpty())
                .toList();
    }
}
