package coderbased.client;

import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Profile;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everybody and every conversation that a device knows of, and the picture of it. Used on the client's own thread.
 *
 * <p>A conversation that did not change since the last picture stands in the next one as the same object.
 */
final class ChatBook {

    private static final Comparator<ConversationView> MOST_RECENT_FIRST =
            Comparator.comparing(ChatBook::lastSaid).reversed();

    private final Profile me;
    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private boolean caughtUp;

    ChatBook(Profile me) {
        this.me = me;
    }

    Profile me() {
        return me;
    }

    /** Everything as it stands on the server; what is not in it any more is gone. */
    void overview(List<ConversationSummary> all) {
        all.forEach(this::summary);
    }

    /** One conversation as it stands on the server, known or new. */
    Conversation summary(ConversationSummary summary) {
        Conversation conversation = conversations.computeIfAbsent(summary.id(), id -> new Conversation(id, me));
        conversation.summary(summary);
        return conversation;
    }

    /** Somebody is new or has a new name. */
    void contact(Contact contact) {
        conversations.values().forEach(conversation -> conversation.renamed(contact));
    }

    @Nullable
    Conversation conversation(String id) {
        return conversations.get(id);
    }

    Collection<Conversation> conversations() {
        return conversations.values();
    }

    void caughtUp(boolean nothingIsMissing) {
        caughtUp = nothingIsMissing;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** The last number of each conversation that is loaded. */
    Map<String, Long> have() {
        Map<String, Long> have = new TreeMap<>();
        for (Conversation conversation : conversations.values()) {
            if (conversation.have() > 0) {
                have.put(conversation.id(), conversation.have());
            }
        }
        return have;
    }

    ChatState picture() {
        return new ChatState(
                me,
                conversations.values().stream()
                        .map(Conversation::view)
                        .sorted(MOST_RECENT_FIRST)
                        .toList(),
                Map.of(),
                new ChatState.Progress(caughtUp, caughtUp, 0, 0));
    }

    private static Instant lastSaid(ConversationView conversation) {
        Line last = conversation.lastLine();
        return last == null ? Instant.MIN : last.at();
    }
}
