package coderbased.client.chat;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.GroupEventKind;
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
 * Members of a conversation, the names of all present and former members, and each member's positions. Positions never
 * move back. Used on the client thread.
 */
final class Members {

    private static final Comparator<ConversationView.Person> BY_NAME = Comparator.comparing(
                    ConversationView.Person::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ConversationView.Person::accountId);

    private static final long UNKNOWN = -1;
    private static final long NOBODY = Long.MAX_VALUE;

    private final String me;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final Map<String, Contact> people = new HashMap<>();
    private List<String> invited = List.of();
    private List<Departed> departed = List.of();
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
        departed = summary.departed() == null ? List.of() : List.copyOf(summary.departed());
        summary.people().forEach(person -> people.put(person.accountId(), person));
        names = null;
        forgetMarkers();
    }

    /** Applies a person's new name; false if that person is unknown here. */
    boolean renamed(Contact contact) {
        if (people.replace(contact.accountId(), contact) == null) {
            return false;
        }
        names = null;
        others = null;
        return true;
    }

    /** Applies a member's positions; false if they are not new, or the account is no longer a member. */
    boolean markersMoved(String accountId, long deliveredSeq, long readSeq) {
        Member member = members.get(accountId);
        if (member == null || (member.deliveredSeq() >= deliveredSeq && member.readSeq() >= readSeq)) {
            return false;
        }
        members.put(accountId, further(member, deliveredSeq, readSeq));
        forgetMarkers();
        return true;
    }

    /** Applies what a message tells of its sender's positions: who leaves need not have read anything. */
    void wrote(ChatMessage message) {
        if (message.body() instanceof Body.GroupEvent event && event.kind() == GroupEventKind.LEFT) {
            return;
        }
        boolean unseen = message.forwarded() && readBy(message.senderId()) < message.seq() - 1;
        markersMoved(message.senderId(), message.seq(), unseen ? 0 : message.seq());
    }

    /** True if the reader's message has arrived at everybody it was sent to. */
    boolean isDeliveredToAll(long seq) {
        if (deliveredToAll == UNKNOWN) {
            deliveredToAll = leastOfOthers(Member::deliveredSeq);
        }
        return hasReached(seq, deliveredToAll, Departed::deliveredSeq);
    }

    /** True if everybody the reader's message was sent to has read it. */
    boolean isReadByAll(long seq) {
        if (readByAll == UNKNOWN) {
            readByAll = leastOfOthers(Member::readSeq);
        }
        return hasReached(seq, readByAll, Departed::readSeq);
    }

    /**
     * True if all members and former members who got the message have it; former ones count as they stood.
     *
     * @param least of the members but the reader
     */
    private boolean hasReached(long seq, long least, ToLongFunction<Departed> marker) {
        boolean anybody = least != NOBODY;
        for (Departed member : departed) {
            if (member.lastSeq() >= seq) {
                anybody = true;
                least = Math.min(least, marker.applyAsLong(member));
            }
        }
        return anybody && seq <= least;
    }

    /** Returns the number up to which messages have arrived on one of the reader's devices, as the server knows it. */
    long deliveredToMe() {
        Member mine = members.get(me);
        return mine == null ? 0 : mine.deliveredSeq();
    }

    /** Returns the number up to which the reader has read, as the server knows it. */
    long readByMe() {
        return readBy(me);
    }

    /** Returns the number up to which an account has read, as the server knows it. */
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
        return contact == null ? MESSAGES.text("chat.someone") : contact.name();
    }

    List<String> namesOf(Collection<String> accountIds) {
        return accountIds.stream().map(this::nameOf).toList();
    }

    /** Returns all members but the reader, by name. */
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

    /** Returns the people who were invited and have not answered, by name. */
    List<ConversationView.Person> invited() {
        return invited.stream()
                .map(account -> person(new Member(account, false, 0, 0)))
                .sorted(BY_NAME)
                .toList();
    }

    /** Returns the accounts that were invited and have not answered. */
    List<String> invitedAccounts() {
        return invited;
    }

    /** Returns the markers of former members; null for none. */
    @Nullable
    List<Departed> departed() {
        return departed.isEmpty() ? null : departed;
    }

    /** Returns the names of all present and former members, by account. */
    Map<String, String> names() {
        if (names == null) {
            names = people.values().stream().collect(Collectors.toUnmodifiableMap(Contact::accountId, Contact::name));
        }
        return names;
    }

    /** Returns all members, the reader included. */
    List<Member> all() {
        return List.copyOf(members.values());
    }

    /** Returns all present and former members. */
    List<Contact> people() {
        return List.copyOf(people.values());
    }

    private long leastOfOthers(ToLongFunction<Member> marker) {
        long least = NOBODY;
        for (Member member : members.values()) {
            if (!isMe(member.accountId())) {
                least = Math.min(least, marker.applyAsLong(member));
            }
        }
        return least;
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

    private void forgetMarkers() {
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
