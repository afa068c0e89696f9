package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts names to the accounts in conversations, by asking the Auth Service, who alone knows them. */
final class People {

    private static final String GONE = "Deleted account";

    private final AuthService auth;

    People(AuthService auth) {
        this.auth = auth;
    }

    /** At most {@link Protocol#MAX_HITS} other people by the beginning of words of their names, or of their handles. */
    List<Contact> find(String seeker, String words) {
        return auth.findPeople(seeker, words, Protocol.MAX_HITS);
    }

    /** When those who are known to have been here were here last. */
    Map<String, Instant> lastSeen(Collection<String> accountIds) {
        return auth.lastSeen(Set.copyOf(accountIds));
    }

    /** Whether all of these are accounts that somebody can talk with. */
    boolean areHere(Collection<String> accountIds) {
        return auth.areThere(Set.copyOf(accountIds));
    }

    /** The conversations of one reader, with names. */
    List<ConversationSummary> summaries(List<Conversation> conversations) {
        Map<String, Contact> names = names(conversations);
        return conversations.stream()
                .map(conversation -> summary(conversation, names))
                .toList();
    }

    /** A conversation as each of its members sees it, with names. */
    Map<String, ConversationSummary> summaries(Map<String, Conversation> seenBy) {
        Map<String, Contact> names = names(seenBy.values());
        Map<String, ConversationSummary> summaries = new LinkedHashMap<>();
        seenBy.forEach((member, conversation) -> summaries.put(member, summary(conversation, names)));
        return summaries;
    }

    private Map<String, Contact> names(Collection<Conversation> conversations) {
        Set<String> accounts = conversations.stream().flatMap(People::everybody).collect(Collectors.toSet());
        return auth.contacts(accounts).stream().collect(Collectors.toMap(Contact::accountId, contact -> contact));
    }

    private static ConversationSummary summary(Conversation conversation, Map<String, Contact> names) {
        List<Contact> people = everybody(conversation)
                .map(account -> names.getOrDefault(account, new Contact(account, "", GONE)))
                .toList();
        return new ConversationSummary(
                conversation.id(),
                conversation.group(),
                conversation.members(),
                people,
                conversation.own().firstSeq(),
                conversation.lastSeq(),
                conversation.lastRev(),
                conversation.last(),
                conversation.own().arrangement(),
                conversation.own().draft());
    }

    private static Stream<String> everybody(Conversation conversation) {
        return Stream.concat(conversation.members().stream().map(Member::accountId), conversation.former().stream());
    }
}
