package coderbased.client.chat;

import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Member;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who is in a conversation, what everybody who ever was is called, and how far each has come. Marks never go back. Used on
 * the client's own thread.
 */
final class Members {

    private static final Comparator<ConversationView.Person> BY_NAME = Comparator.comparing(
                    ConversationView.Person::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ConversationView.Person::accountId);

    private static final long UNKNOWN = -1;

    private final String me;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Contact> people = new HashMap<>();
    private List<String> invited = List.of();
    private long deliveredToAll = UNKNOWN;
    private long readByAll = UNKNOWN;
    private @Nullable List<ConversationView.Person> others;
    private @Nullable Map<String, String> names;

    /** @param me the reader's account */
    Members(String me) {
        this.me = me;
    }

    void summary(ConversationSummary summary) {
        Map<String, Member> before = new HashMap<>(members);
        members.clear();
        for (Member member : summary.members()) {
            Member known = before.getOrDefault(member.accountId(), member);
            members.put(member.accountId(), further(member, known.deliveredSeq(), known.readSeq()));
        }
        invited = List.copyOf(summary.invited());
        summary.people().forEach(person -> people.put(person.accountId(), person));
        names = null;
        forgetMarks();
    }

    /** Somebody has a new name; false where nobody here knows them. */
    boolean renamed(Contact contact) {
        if (people.replace(contact.accountId(), contact) == null) {
            return false;
        }
        names = null;
        others = null;
        return true;
    }

    /** Somebody has come that far; false where that was known, or is no matter of the conversation's any more. */
    boolean marked(String accountId, long deliveredSeq, long readSeq) {
        Member member = members.get(accountId);
        if (member == null || (member.deliveredSeq() >= deliveredSeq && member.readSeq() >= readSeq)) {
            return false;
        }
        members.put(accountId, further(member, deliveredSeq, readSeq));
        forgetMarks();
        return true;
    }

    /** Up to where messages have arrived at everybody but the reader. */
    long deliveredToAll() {
        if (deliveredToAll == UNKNOWN) {
            deliveredToAll = leastOfOthers(Member::deliveredSeq);
        }
        return deliveredToAll;
    }

    /** Up to where everybody but the reader has read. */
    long readByAll() {
        if (readByAll == UNKNOWN) {
            readByAll = leastOfOthers(Member::readSeq);
        }
        return readByAll;
    }

    /** Up to where messages have arrived on one of the reader's devices, as the server knows it. */
    long deliveredToMe() {
        Member mine = members.get(me);
        return mine == null ? 0 : mine.deliveredSeq();
    }

    /** Up to where the reader has read, as the server knows it. */
    long readByMe() {
        return readBy(me);
    }

    /** Up to where an account has read, as the server knows it. */
    long readBy(String accountId) {
        Member member = members.get(accountId);
        return member == null ? 0 : member.readSeq();
    }

    boolean amAdmin() {
        Member mine = members.get(me);
        return mine != null && mine.admin();
    }

    boolean isMe(String accountId) {
        return accountId.equals(me);
    }

    String nameOf(String accountId) {
        Contact contact = people.get(accountId);
        return contact == null ? "Someone" : contact.name();
    }

    List<String> namesOf(Collection<String> accountIds) {
        return accountIds.stream().map(this::nameOf).toList();
    }

    /** Everybody but the reader, by name. */
    List<ConversationView.Person> others() {
        if (others == null) {
            others = members.values().stream()
                    .filter(member -> !isMe(member.accountId()))
                    .map(this::person)
                    .sorted(BY_NAME)
                    .toList();
        }
        return others;
    }

    /** Everybody who was asked to join and has not answered, by name. */
    List<ConversationView.Person> invited() {
        return invited.stream()
                .map(account -> person(new Member(account, false, 0, 0)))
                .sorted(BY_NAME)
                .toList();
    }

    /** The accounts of everybody who was asked to join and has not answered. */
    List<String> invitedAccounts() {
        return invited;
    }

    /** What everybody who is or was here is called, by account. */
    Map<String, String> names() {
        if (names == null) {
            names = people.values().stream().collect(Collectors.toUnmodifiableMap(Contact::accountId, Contact::name));
        }
        return names;
    }

    /** Everybody who is in it, the reader included. */
    List<Member> all() {
        return List.copyOf(members.values());
    }

    /** Everybody who is or was in it. */
    List<Contact> people() {
        return List.copyOf(people.values());
    }

    private long leastOfOthers(ToLongFunction<Member> mark) {
        long least = Long.MAX_VALUE;
        for (Member member : members.values()) {
            if (!isMe(member.accountId())) {
                least = Math.min(least, mark.applyAsLong(member));
            }
        }
        return least == Long.MAX_VALUE ? 0 : least;
    }

    private ConversationView.Person person(Member member) {
        Contact contact = people.get(member.accountId());
        return new ConversationView.Person(
                member.accountId(),
                contact == null ? "" : contact.handle(),
                nameOf(member.accountId()),
                member.admin(),
                member.deliveredSeq(),
                member.readSeq());
    }

    private void forgetMarks() {
        others = null;
        deliveredToAll = UNKNOWN;
        readByAll = UNKNOWN;
    }

    private static Member further(Member member, long deliveredSeq, long readSeq) {
        return new Member(
                member.accountId(),
                member.admin(),
                Math.max(Math.max(member.deliveredSeq(), deliveredSeq), readSeq),
                Math.max(member.readSeq(), readSeq));
    }
}
