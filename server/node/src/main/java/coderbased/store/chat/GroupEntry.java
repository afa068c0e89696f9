package coderbased.store.chat;

import coderbased.chat.OpenInvitations;
import coderbased.chat.Refusal;
import coderbased.protocol.Body.Notice;
import coderbased.protocol.NoticeKind;
import coderbased.protocol.Protocol;
import coderbased.store.chat.AccountUse.Used;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways into a group: added by an acquaintance, or invited by a stranger and accepted. For one transaction. */
final class GroupEntry {

    private final MemberRecords seats;
    private final MessageLog log;
    private final ConversationWrites rooms;
    private final Invitations invitations;
    private final AccountUse use;

    GroupEntry(MemberRecords seats, MessageLog log, ConversationWrites rooms, Invitations invitations, AccountUse use) {
        this.seats = seats;
        this.log = log;
        this.rooms = rooms;
        this.invitations = invitations;
        this.use = use;
    }

    /** Adds those who have written to the adder, and invites the others. Returns what the members hear of it. */
    List<Notice> add(String conversation, String adder, List<String> accounts) throws SQLException, WriteRefused {
        Set<String> strangers = new LinkedHashSet<>(accounts);
        strangers.removeAll(seats.accounts(conversation));
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
            throw new WriteRefused(Refusal.INVITATION_DECLINED);
        }
        use.add(adder, Used.people(asked));
        for (String account : acquainted) {
            seat(conversation, account);
            invitations.added(conversation, adder, account);
        }
        return acquainted.isEmpty() ? List.of() : List.of(new Notice(NoticeKind.ADDED, List.copyOf(acquainted), null));
    }

    /** Accepts the open invitation of an account. Returns what the members hear of it. */
    List<Notice> accept(String conversation, String account) throws SQLException, WriteRefused {
        requireInvitation(conversation, account);
        if (seats.of(conversation).size() >= Protocol.MAX_MEMBERS) {
            throw new WriteRefused(Refusal.GROUP_FULL);
        }
        rooms.requireRoomFor(conversation, Set.of(account));
        seat(conversation, account);
        invitations.joined(conversation, account);
        return List.of(new Notice(NoticeKind.JOINED, List.of(account), null));
    }

    /** Declines the open invitation of an account. */
    void decline(String conversation, String account) throws SQLException, WriteRefused {
        requireInvitation(conversation, account);
        invitations.decline(conversation, account);
    }

    /** Takes back the open invitation of an account; false where there is none. */
    boolean withdraw(String conversation, String account) throws SQLException {
        return invitations.withdraw(conversation, account);
    }

    /** The open invitations of each account for which they changed since the last call. */
    Map<String, OpenInvitations> news() throws SQLException {
        return invitations.news();
    }

    private void seat(String conversation, String account) throws SQLException {
        rooms.seat(conversation, account, false, log.lastSeq(conversation));
    }

    private void requireRoomFor(String conversation, Set<String> added) throws SQLException, WriteRefused {
        Set<String> then = invitations.invited(conversation);
        then.addAll(added);
        then.addAll(seats.accounts(conversation));
        if (then.size() > Protocol.MAX_MEMBERS) {
            throw new WriteRefused(Refusal.GROUP_FULL);
        }
        rooms.requireRoomFor(conversation, added);
    }

    /** A group that everybody left cannot be joined. */
    private void requireInvitation(String conversation, String account) throws SQLException, WriteRefused {
        boolean open = invitations.invited(conversation).contains(account);
        if (!open || seats.of(conversation).isEmpty()) {
            throw new WriteRefused(Refusal.NO_INVITATION);
        }
    }
}
