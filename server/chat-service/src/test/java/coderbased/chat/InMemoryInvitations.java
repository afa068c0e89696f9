package coderbased.chat;

import coderbased.chat.InMemoryChatData.Open;
import coderbased.chat.InMemoryConversation.Invitation;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The invitations of one transaction of an {@link InMemoryChatStore}. */
final class InMemoryInvitations {

    private final InMemoryChatData data;
    private final AccountLimits limits;
    private final Instant at;
    private final Set<String> touched = new LinkedHashSet<>();

    InMemoryInvitations(InMemoryChatData data, AccountLimits limits, Instant at) {
        this.data = data;
        this.limits = limits;
        this.at = at;
    }

    /** Returns those of the accounts that have written to the reader in a conversation of two. */
    List<String> acquainted(String reader, Collection<String> accounts) {
        return accounts.stream()
                .filter(account -> !limits.asksStrangers() || hasWrittenTo(account, reader))
                .toList();
    }

    private boolean hasWrittenTo(String writer, String reader) {
        InMemoryConversation theirs = data.direct.get(InMemoryMessages.directKey(writer, reader));
        return theirs != null && theirs.newestBy(writer) > 0;
    }

    void requireNotTooOften(
            InMemoryConversation group, String inviter, List<String> acquainted, List<String> strangers) {
        long perDay = limits.perDay().invitations();
        List<String> asked = strangers.stream()
                .filter(account -> !group.invited().contains(account) && !hasDeclined(group, inviter, account))
                .toList();
        data.use.requireStrangers(group.id(), inviter, asked, perDay, at);
        data.use.requireAcquainted(group.id(), acquainted, perDay, at);
    }

    /** Invites accounts that are not members; false if all of them had declined. */
    boolean invite(InMemoryConversation group, String inviter, Collection<String> accounts) {
        boolean anybody = accounts.isEmpty();
        for (String account : new TreeSet<>(accounts)) {
            anybody |= group.invited().contains(account) || invite(group, inviter, account);
        }
        return anybody;
    }

    private boolean invite(InMemoryConversation group, String inviter, String account) {
        if (hasDeclined(group, inviter, account)) {
            return false;
        }
        group.invitations.add(new Invitation(account, inviter, at));
        data.use.invited(group.id(), inviter, account, at);
        forgetOldest(account);
        return touch(group, account);
    }

    boolean withdraw(InMemoryConversation group, String account) {
        return group.invitations.removeIf(isOf(account).and(invitation -> !invitation.declined))
                && touch(group, account);
    }

    void decline(InMemoryConversation group, String account) {
        group.invitations.stream().filter(isOf(account)).forEach(invitation -> invitation.declined = true);
        touch(group, account);
    }

    /** Records that somebody added an acquaintance. */
    void added(InMemoryConversation group, String adder, String account) {
        data.use.invited(group.id(), adder, account, at);
        joined(group, account);
    }

    void joined(InMemoryConversation group, String account) {
        if (group.invitations.removeIf(isOf(account))) {
            touch(group, account);
        }
    }

    /** Returns the open invitations of each account whose invitations changed since the last call. */
    Map<String, OpenInvitations> news() {
        Map<String, OpenInvitations> news = new LinkedHashMap<>();
        touched.forEach(account -> news.put(account, data.renewedInvitationsOf(account)));
        touched.clear();
        return news;
    }

    /** Deletes the oldest of the inviter with the most, if there are too many. */
    private void forgetOldest(String account) {
        List<Open> open = data.open(account).toList();
        Map<String, Long> asked =
                open.stream().collect(Collectors.groupingBy(each -> each.invitation().inviter, Collectors.counting()));
        open.stream()
                .sorted(Comparator.comparingLong((Open each) -> -asked.get(each.invitation().inviter))
                        .thenComparing(each -> each.invitation().at)
                        .thenComparing(each -> each.conversation().id()))
                .limit(Math.max(0, open.size() - Protocol.MAX_INVITATIONS))
                .forEach(Open::forget);
    }

    private boolean touch(InMemoryConversation group, String account) {
        touched.add(account);
        group.invitationNumber++;
        return true;
    }

    private static boolean hasDeclined(InMemoryConversation group, String inviter, String account) {
        return group.invitations.stream()
                .filter(isOf(account))
                .anyMatch(invitation -> invitation.declined && invitation.inviter.equals(inviter));
    }

    private static Predicate<Invitation> isOf(String account) {
        return invitation -> invitation.account.equals(account);
    }
}
