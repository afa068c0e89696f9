package coderbased.store.chat;

import coderbased.chat.OpenInvitations;
import coderbased.chat.RefusalReason;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.Protocol;
import coderbased.store.chat.AccountUse.Used;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways into a group: added by an acquaintance, or invited by a stranger and accepted. For one transaction. */
final class GroupEntry {

    private final MemberRecords members;
    private final MessageLog log;
    private final ConversationWrites conversations;
    private final Invitations invitations;
    private final AccountUse use;

    GroupEntry(
            MemberRecords members,
            MessageLog log,
            ConversationWrites conversations,
            Invitations invitations,
            AccountUse use) {
        this.members = members;
        this.log = log;
        this.conversations = conversations;
        this.invitations = invitations;
        this.use = use;
    }

    /** Adds those who have written to the adder, and invites the others. Returns the group events for the members. */
    List<GroupEvent> add(String conversation, String adder, List<String> accounts) throws SQLException, WriteRefused {
        Set<String> strangers = new LinkedHashSet<>(accounts);
        strangers.removeAll(members.accounts(conversation));
        if (strangers.isEmpty()) {
            return List.of();
        }
        requireRoomFor(conversation, strangers);
        use.require(adder, Used.people(strangers.size()));
        int asked = strangers.size();
        Set<String> acquainted = invitations.acquainted(adder, strangers);
        strangers.removeAll(acquainted);
        invitations.requireNotTooOften(conversation, adder, acquainted, strangers);
        boolean anybody = invitations.invite(conversation, adder, strangers);
        if (acquainted.isEmpty() && !anybody) {
            throw new WriteRefused(RefusalReason.INVITATION_DECLINED);
        }
        use.add(adder, Used.people(asked));
        for (String account : acquainted) {
            addMember(conversation, account);
            invitations.added(conversation, adder, account);
        }
        return acquainted.isEmpty()
                ? List.of()
                : List.of(new GroupEvent(GroupEventKind.ADDED, List.copyOf(acquainted), null));
    }

    /** Accepts the open invitation of an account. Returns the group events for the members. */
    List<GroupEvent> accept(String conversation, String account) throws SQLException, WriteRefused {
        requireInvitation(conversation, account);
        if (members.of(conversation).size() >= Protocol.MAX_MEMBERS) {
            throw new WriteRefused(RefusalReason.GROUP_FULL);
        }
        conversations.requireRoomFor(conversation, Set.of(account));
        addMember(conversation, account);
        invitations.joined(conversation, account);
        return List.of(new GroupEvent(GroupEventKind.JOINED, List.of(account), null));
    }

    /** Declines the open invitation of an account. */
    void decline(String conversation, String account) throws SQLException, WriteRefused {
        requireInvitation(conversation, account);
        invitations.decline(conversation, account);
    }

    /** Withdraws the open invitation of an account; false if there is none. */
    boolean withdraw(String conversation, String account) throws SQLException {
        return invitations.withdraw(conversation, account);
    }

    /** Returns the open invitations of each account whose invitations changed since the last call. */
    Map<String, OpenInvitations> news() throws SQLException {
        return invitations.news();
    }

    private void addMember(String conversation, String account) throws SQLException {
        conversations.addMember(conversation, account, false, log.lastSeq(conversation));
    }

    private void requireRoomFor(String conversation, Set<String> added) throws SQLException, WriteRefused {
        Set<String> then = invitations.invited(conversation);
        then.addAll(added);
        then.addAll(members.accounts(conversation));
        if (then.size() > Protocol.MAX_MEMBERS) {
            throw new WriteRefused(RefusalReason.GROUP_FULL);
        }
        conversations.requireRoomFor(conversation, added);
    }

    /** Refuses without an open invitation, or if everybody left the group. */
    private void requireInvitation(String conversation, String account) throws SQLException, WriteRefused {
        boolean open = invitations.invited(conversation).contains(account);
        if (!open || members.of(conversation).isEmpty()) {
            throw new WriteRefused(RefusalReason.NO_INVITATION);
        }
    }
}
