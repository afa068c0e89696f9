package coderbased.chat;

import coderbased.chat.ChatWrite.AnswerInvitation;
import coderbased.chat.ChatWrite.ChangeGroup;
import coderbased.chat.ChatWrite.CreateGroup;
import coderbased.chat.InMemoryConversation.Member;
import coderbased.chat.InMemoryUse.Daily;
import coderbased.chat.InMemoryUse.RefusedWrite;
import coderbased.protocol.Body.GroupEvent;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.GroupChange;
import coderbased.protocol.GroupEventKind;
import coderbased.protocol.Protocol;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The writes of groups of one transaction of an {@link InMemoryChatStore}. */
final class InMemoryGroups {

    private final InMemoryChatData data;
    private final InMemoryMessages messages;
    private final InMemoryInvitations invitations;
    private final AccountLimits limits;
    private final Instant at;

    InMemoryGroups(InMemoryChatData data, InMemoryMessages messages, AccountLimits limits, Instant at) {
        this.data = data;
        this.messages = messages;
        this.limits = limits;
        this.at = at;
        invitations = new InMemoryInvitations(data, limits, at);
    }

    ChatWritten create(CreateGroup create) {
        Set<String> others = new LinkedHashSet<>(create.otherIds());
        others.remove(create.creatorId());
        requireSize(others.size() + 1);
        Daily today = data.use.today(create.creatorId(), at);
        InMemoryUse.require(
                today.conversations() + 1, limits.perDay().conversations(), RefusalReason.CONVERSATIONS_TODAY, at);
        requirePeople(create.creatorId(), others.size());
        InMemoryConversation group = new InMemoryConversation(create.newId(), new Group(create.name(), null));
        List<String> acquainted = invitations.acquainted(create.creatorId(), others);
        List<String> strangers =
                others.stream().filter(other -> !acquainted.contains(other)).toList();
        invitations.requireNotTooOften(group, create.creatorId(), acquainted, strangers);
        data.use.add(create.creatorId(), new Daily(0, 0, 1, others.size()), at);
        data.put(group);
        group.add(create.creatorId(), true);
        acquainted.forEach(other -> group.add(other, false));
        invitations.invite(group, create.creatorId(), strangers);
        tell(group, create.creatorId(), new GroupEvent(GroupEventKind.CREATED, acquainted, create.name()));
        return new ChatWritten.Made(group.seenByAll(data), invitations.news());
    }

    ChatWritten answer(AnswerInvitation answer) {
        InMemoryConversation group = data.conversation(answer.conversationId())
                .filter(each -> each.invited().contains(answer.accountId())
                        && !each.present().isEmpty())
                .orElseThrow(() -> new RefusedWrite(RefusalReason.NO_INVITATION));
        List<String> before = group.present();
        List<GroupEvent> events = List.of();
        if (answer.accept()) {
            requireSize(before.size() + 1);
            requireRoomFor(group, Set.of(answer.accountId()));
            group.add(answer.accountId(), false);
            invitations.joined(group, answer.accountId());
            events = List.of(new GroupEvent(GroupEventKind.JOINED, List.of(answer.accountId()), null));
        } else {
            invitations.decline(group, answer.accountId());
        }
        return changed(group, before, answer.accountId(), events, invitations.news());
    }

    ChatWritten change(ChangeGroup change) {
        InMemoryConversation group = messages.conversation(change.conversationId(), change.changerId());
        if (group.group == null) {
            throw new RefusedWrite(RefusalReason.NO_GROUP);
        }
        Member changer = group.member(change.changerId());
        if (!changer.admin && !(change.change() instanceof GroupChange.Leave)) {
            throw new RefusedWrite(RefusalReason.NOT_ADMIN);
        }
        List<String> before = group.present();
        List<GroupEvent> events = events(group, changer.account(), change.change());
        Map<String, OpenInvitations> news = invitations.news();
        return events.isEmpty() && news.isEmpty()
                ? new ChatWritten.Unchanged()
                : changed(group, before, changer.account(), events, news);
    }

    private List<GroupEvent> events(InMemoryConversation group, String changer, GroupChange change) {
        return switch (change) {
            case GroupChange.Rename rename -> rename(group, rename.name());
            case GroupChange.SetPicture picture -> picture(group, picture.sha256());
            case GroupChange.Add add -> add(group, changer, add.accountIds());
            case GroupChange.Remove remove when remove.accountId().equals(changer) -> leave(group, changer);
            case GroupChange.Remove remove -> remove(group, remove.accountId());
            case GroupChange.SetAdmin set -> setAdmin(group, set.accountId(), set.admin());
            case GroupChange.Leave _ -> leave(group, changer);
        };
    }

    private static List<GroupEvent> rename(InMemoryConversation group, String name) {
        if (group.group.name().equals(name)) {
            return List.of();
        }
        group.group = new Group(name, group.group.pictureSha256());
        return List.of(new GroupEvent(GroupEventKind.RENAMED, List.of(), name));
    }

    private static List<GroupEvent> picture(InMemoryConversation group, @Nullable String sha256) {
        if (Objects.equals(group.group.pictureSha256(), sha256)) {
            return List.of();
        }
        group.group = new Group(group.group.name(), sha256);
        return List.of(new GroupEvent(GroupEventKind.PICTURE_CHANGED, List.of(), null));
    }

    private List<GroupEvent> add(InMemoryConversation group, String adder, List<String> accounts) {
        Set<String> others = new LinkedHashSet<>(accounts);
        group.present().forEach(others::remove);
        if (others.isEmpty()) {
            return List.of();
        }
        Set<String> then = new HashSet<>(others);
        then.addAll(group.invited());
        then.addAll(group.present());
        requireSize(then.size());
        requireRoomFor(group, others);
        requirePeople(adder, others.size());
        List<String> acquainted = invitations.acquainted(adder, others);
        List<String> strangers =
                others.stream().filter(other -> !acquainted.contains(other)).toList();
        invitations.requireNotTooOften(group, adder, acquainted, strangers);
        boolean anybody = invitations.invite(group, adder, strangers);
        if (acquainted.isEmpty() && !anybody) {
            throw new RefusedWrite(RefusalReason.INVITATION_DECLINED);
        }
        data.use.add(adder, new Daily(0, 0, 0, others.size()), at);
        acquainted.forEach(account -> {
            group.add(account, false);
            invitations.added(group, adder, account);
        });
        return acquainted.isEmpty() ? List.of() : List.of(new GroupEvent(GroupEventKind.ADDED, acquainted, null));
    }

    private List<GroupEvent> remove(InMemoryConversation group, String account) {
        if (invitations.withdraw(group, account)) {
            return List.of();
        }
        requirePresent(group, account);
        group.remove(account);
        return List.of(new GroupEvent(GroupEventKind.REMOVED, List.of(account), null));
    }

    private static List<GroupEvent> setAdmin(InMemoryConversation group, String account, boolean admin) {
        requirePresent(group, account);
        if (group.member(account).admin == admin) {
            return List.of();
        }
        if (!admin && admins(group) == 1) {
            throw new RefusedWrite(RefusalReason.LAST_ADMIN);
        }
        group.member(account).admin = admin;
        GroupEventKind kind = admin ? GroupEventKind.ADMIN_MADE : GroupEventKind.ADMIN_UNMADE;
        return List.of(new GroupEvent(kind, List.of(account), null));
    }

    private static List<GroupEvent> leave(InMemoryConversation group, String leaver) {
        List<GroupEvent> events = new ArrayList<>();
        events.add(new GroupEvent(GroupEventKind.LEFT, List.of(leaver), null));
        group.remove(leaver);
        if (admins(group) == 0 && !group.present().isEmpty()) {
            String longest = group.present().getFirst();
            group.member(longest).admin = true;
            events.add(new GroupEvent(GroupEventKind.ADMIN_MADE, List.of(longest), null));
        }
        return events;
    }

    private ChatWritten changed(
            InMemoryConversation group,
            List<String> before,
            String by,
            List<GroupEvent> events,
            Map<String, OpenInvitations> news) {
        List<ChatMessage> told =
                events.stream().map(event -> tell(group, by, event)).toList();
        Set<String> stayed = new LinkedHashSet<>(before);
        stayed.retainAll(group.present());
        Set<String> gone = new LinkedHashSet<>(before);
        group.present().forEach(gone::remove);
        return new ChatWritten.GroupChanged(group.id(), told, stayed, group.seenByAll(data), gone, news);
    }

    private ChatMessage tell(InMemoryConversation group, String by, GroupEvent event) {
        ChatMessage message = messages.next(group, by, null, event);
        messages.append(group, message);
        return message;
    }

    private void requirePeople(String account, int people) {
        if (people > 0) {
            InMemoryUse.require(
                    data.use.today(account, at).people() + people,
                    limits.perDay().people(),
                    RefusalReason.PEOPLE_TODAY,
                    at);
        }
    }

    private static void requireSize(int people) {
        if (people > Protocol.MAX_MEMBERS) {
            throw new RefusedWrite(RefusalReason.GROUP_FULL);
        }
    }

    private static void requireRoomFor(InMemoryConversation group, Set<String> added) {
        Set<String> ever = new HashSet<>(group.ever());
        ever.addAll(added);
        if (ever.size() > 2 * Protocol.MAX_MEMBERS) {
            throw new RefusedWrite(RefusalReason.GROUP_WORN);
        }
    }

    private static void requirePresent(InMemoryConversation group, String account) {
        if (!group.isIn(account)) {
            throw new RefusedWrite(RefusalReason.NO_PERSON);
        }
    }

    private static long admins(InMemoryConversation group) {
        return group.present().stream()
                .filter(account -> group.member(account).admin)
                .count();
    }
}
