package coderbased.store.chat;

import coderbased.chat.ChatWrite.AnswerInvitation;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWritten;
import coderbased.chat.ChatWritten.GroupChanged;
import coderbased.chat.Conversation;
import coderbased.chat.OpenInvitations;
import coderbased.chat.RefusalReason;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.GroupChange.Add;
import coderbased.protocol.GroupChange.Leave;
import coderbased.protocol.GroupChange.Remove;
import coderbased.protocol.GroupChange.Rename;
import coderbased.protocol.GroupChange.SetAdmin;
import coderbased.protocol.GroupChange.SetPicture;
import coderbased.protocol.GroupEventKind;
import coderbased.store.Statements;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of groups. Each change that the members are told is a message in the group's sequence. */
final class GroupWrites {

    private final Statements statements;
    private final MemberRecords members;
    private final MessageLog log;
    private final ConversationWrites conversations;
    private final GroupEntry entrance;

    GroupWrites(
            Statements statements,
            MemberRecords members,
            MessageLog log,
            ConversationWrites conversations,
            GroupEntry entrance) {
        this.statements = statements;
        this.members = members;
        this.log = log;
        this.conversations = conversations;
        this.entrance = entrance;
    }

    /** Makes the change; returns who has to be told what. */
    ChatWritten change(ChangeGroup change) throws SQLException, WriteRefused {
        String conversation = change.conversationId();
        MemberRecord changer = members.require(conversation, change.changerId());
        Group group = conversations.group(conversation).orElseThrow(() -> new WriteRefused(RefusalReason.NO_GROUP));
        Set<String> before = members.accounts(conversation);
        List<GroupEvent> events = change.change() instanceof Leave
                ? leave(conversation, changer)
                : changed(change, requireAdmin(changer), group);
        Map<String, OpenInvitations> invitations = entrance.news();
        if (events.isEmpty() && invitations.isEmpty()) {
            return new ChatWritten.Unchanged();
        }
        members.forget(conversation);
        return heard(conversation, before, told(conversation, changer.accountId(), events), invitations);
    }

    /** Accepts or declines an invitation. */
    ChatWritten answer(AnswerInvitation answer) throws SQLException, WriteRefused {
        String conversation = answer.conversationId();
        Set<String> before = members.accounts(conversation);
        List<GroupEvent> events = List.of();
        if (answer.accept()) {
            events = entrance.accept(conversation, answer.accountId());
        } else {
            entrance.decline(conversation, answer.accountId());
        }
        members.forget(conversation);
        return heard(conversation, before, told(conversation, answer.accountId(), events), entrance.news());
    }

    private List<GroupEvent> changed(ChangeGroup change, MemberRecord changer, Group group)
            throws SQLException, WriteRefused {
        String conversation = change.conversationId();
        return switch (change.change()) {
            case Rename rename -> rename(conversation, group, rename.name());
            case SetPicture picture -> picture(conversation, group, picture.sha256());
            case Add add -> entrance.add(conversation, changer.accountId(), add.accountIds());
            case Remove remove when remove.accountId().equals(changer.accountId()) -> leave(conversation, changer);
            case Remove remove -> remove(conversation, remove.accountId());
            case SetAdmin set -> setAdmin(conversation, set);
            case Leave leave -> leave(conversation, changer);
        };
    }

    private List<GroupEvent> rename(String conversation, Group group, String name) throws SQLException {
        if (group.name().equals(name)) {
            return List.of();
        }
        statements.run("UPDATE conversations SET name = ? WHERE id = ?", name, conversation);
        return List.of(new GroupEvent(GroupEventKind.RENAMED, List.of(), name));
    }

    private List<GroupEvent> picture(String conversation, Group group, @Nullable String sha256) throws SQLException {
        if (Objects.equals(group.pictureSha256(), sha256)) {
            return List.of();
        }
        statements.run("UPDATE conversations SET picture = ? WHERE id = ?", sha256, conversation);
        return List.of(new GroupEvent(GroupEventKind.PICTURE_CHANGED, List.of(), null));
    }

    private List<GroupEvent> remove(String conversation, String account) throws SQLException, WriteRefused {
        if (entrance.withdraw(conversation, account)) {
            return List.of();
        }
        requirePresent(conversation, account);
        conversations.removeMember(conversation, account);
        return List.of(new GroupEvent(GroupEventKind.REMOVED, List.of(account), null));
    }

    private List<GroupEvent> setAdmin(String conversation, SetAdmin set) throws SQLException, WriteRefused {
        MemberRecord member = requirePresent(conversation, set.accountId());
        if (member.admin() == set.admin()) {
            return List.of();
        }
        if (!set.admin() && admins(conversation) == 1) {
            throw new WriteRefused(RefusalReason.LAST_ADMIN);
        }
        conversations.setAdmin(conversation, set.accountId(), set.admin());
        return List.of(new GroupEvent(
                set.admin() ? GroupEventKind.ADMIN_MADE : GroupEventKind.ADMIN_UNMADE, List.of(set.accountId()), null));
    }

    private List<GroupEvent> leave(String conversation, MemberRecord leaver) throws SQLException {
        GroupEvent left = new GroupEvent(GroupEventKind.LEFT, List.of(leaver.accountId()), null);
        boolean wasLastAdmin = leaver.admin() && admins(conversation) == 1;
        conversations.removeMember(conversation, leaver.accountId());
        members.forget(conversation);
        // Members are in the order in which they joined.
        Optional<MemberRecord> longest =
                members.of(conversation).values().stream().findFirst();
        if (!wasLastAdmin || longest.isEmpty()) {
            return List.of(left);
        }
        conversations.setAdmin(conversation, longest.get().accountId(), true);
        return List.of(
                left,
                new GroupEvent(GroupEventKind.ADMIN_MADE, List.of(longest.get().accountId()), null));
    }

    private List<ChatMessage> told(String conversation, String by, List<GroupEvent> events) throws SQLException {
        List<ChatMessage> told = new ArrayList<>();
        for (GroupEvent event : events) {
            ChatMessage message = log.next(conversation, by, null, event);
            log.append(message);
            told.add(message);
        }
        return told;
    }

    private ChatWritten heard(
            String conversation, Set<String> before, List<ChatMessage> events, Map<String, OpenInvitations> invitations)
            throws SQLException {
        Map<String, Conversation> seenBy = new ConversationRows(statements).seenByAll(conversation);
        Set<String> stayed = new LinkedHashSet<>(before);
        stayed.retainAll(seenBy.keySet());
        Set<String> gone = new LinkedHashSet<>(before);
        gone.removeAll(seenBy.keySet());
        return new GroupChanged(conversation, events, stayed, seenBy, gone, invitations);
    }

    private long admins(String conversation) throws SQLException {
        return members.of(conversation).values().stream()
                .filter(MemberRecord::admin)
                .count();
    }

    private MemberRecord requirePresent(String conversation, String account) throws SQLException, WriteRefused {
        MemberRecord member = members.of(conversation).get(account);
        if (member == null) {
            throw new WriteRefused(RefusalReason.NO_PERSON);
        }
        return member;
    }

    private static MemberRecord requireAdmin(MemberRecord changer) throws WriteRefused {
        if (!changer.admin()) {
            throw new WriteRefused(RefusalReason.NOT_ADMIN);
        }
        return changer;
    }
}
