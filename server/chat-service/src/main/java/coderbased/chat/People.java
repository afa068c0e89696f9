package coderbased.chat;

import coderbased.auth.AuthService;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts names to the accounts in conversations, by asking the Auth Service, who alone knows them. */
final class People {

    private static final String GONE = "Deleted account";

    private final AuthService auth;

    People(AuthService auth) {
        this.auth = auth;
    }

    /** Everybody but the reader. */
    List<Contact> contactsOf(String reader) {
        return auth.contacts(reader);
    }

    boolean exists(String accountId) {
        return auth.contact(accountId).isPresent();
    }

    /** The conversations as {@code reader} sees them. */
    List<ConversationSummary> summaries(List<Conversation> conversations, String reader) {
        Map<String, Contact> known = new HashMap<>();
        return conversations.stream()
                .map(conversation -> summary(conversation, reader, known))
                .toList();
    }

    /** One conversation as {@code reader} sees it. */
    ConversationSummary summary(Conversation conversation, String reader) {
        return summary(conversation, reader, new HashMap<>());
    }

    private ConversationSummary summary(Conversation conversation, String reader, Map<String, Contact> known) {
        List<Contact> members = conversation.readSeqs().keySet().stream()
                .map(member -> known.computeIfAbsent(member, this::contact))
                .toList();
        return new ConversationSummary(
                conversation.id(),
                members,
                conversation.lastSeq(),
                conversation.last(),
                conversation.readBy(reader),
                conversation.readByOthers(reader));
    }

    private Contact contact(String accountId) {
        return auth.contact(accountId).orElseGet(() -> new Contact(accountId, "", GONE));
    }
}
