package coderbased.chat;

import coderbased.auth.session.Account;
import coderbased.chat.InMemoryConversation.Invitation;
import coderbased.protocol.Contact;
import coderbased.protocol.GroupInvitation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that an {@link InMemoryChatStore} holds. Not thread-safe. */
final class InMemoryChatData {

    private final Function<String, Optional<Account>> accounts;
    private final Map<String, InMemoryConversation> conversations = new LinkedHashMap<>();
    private final Map<String, Long> listNumbers = new HashMap<>();

    /** The conversation of each two accounts. */
    final Map<String, InMemoryConversation> direct = new HashMap<>();

    /** The conversation of each write that was performed under a name. */
    final Map<List<String>, String> named = new HashMap<>();

    final InMemoryUse use = new InMemoryUse();

    InMemoryChatData(Function<String, Optional<Account>> accounts) {
        this.accounts = accounts;
    }

    Stream<InMemoryConversation> conversations() {
        return conversations.values().stream();
    }

    Optional<InMemoryConversation> conversation(String id) {
        return Optional.ofNullable(conversations.get(id));
    }

    void put(InMemoryConversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    boolean isDeleted(String account) {
        return accounts.apply(account).filter(Account::isDeleted).isPresent();
    }

    Contact contact(String account) {
        return accounts.apply(account)
                .map(Account::contact)
                .orElseGet(() -> new Contact(account, "", Account.DELETED_NAME));
    }

    OpenInvitations invitationsOf(String account) {
        List<GroupInvitation> open = open(account)
                .filter(in -> !in.conversation().present().isEmpty())
                .sorted(Comparator.comparing((Open in) -> in.invitation().at)
                        .reversed()
                        .thenComparing(in -> in.conversation().id()))
                .map(in -> new GroupInvitation(
                        in.conversation().id(),
                        in.conversation().group,
                        contact(in.invitation().inviter),
                        in.conversation().present().size(),
                        in.invitation().at))
                .toList();
        return new OpenInvitations(listNumbers.getOrDefault(account, 0L), open);
    }

    /** Returns the same under a new number. */
    OpenInvitations renewedInvitationsOf(String account) {
        listNumbers.merge(account, 1L, Long::sum);
        return invitationsOf(account);
    }

    /** An open invitation and the group that it is to. */
    record Open(InMemoryConversation conversation, Invitation invitation) {

        void forget() {
            conversation.invitations.remove(invitation);
        }
    }

    Stream<Open> open(String account) {
        return conversations()
                .flatMap(conversation -> conversation.invitations.stream()
                        .filter(invitation -> !invitation.declined && invitation.account.equals(account))
                        .map(invitation -> new Open(conversation, invitation)));
    }
}
