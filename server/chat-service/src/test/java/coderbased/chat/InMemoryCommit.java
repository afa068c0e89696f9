package coderbased.chat;

import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.MoveMarkers;
import coderbased.chat.ChatWrite.Once;
import coderbased.chat.ChatWrite.OpenDirect;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.Recall;
import coderbased.chat.ChatWrite.SaveDraft;
import coderbased.chat.ChatWrite.SaveSettings;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.InMemoryConversation.Member;
import coderbased.chat.InMemoryUse.Daily;
import coderbased.chat.InMemoryUse.RefusedWrite;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.GroupChange;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The writes of one transaction of an {@link InMemoryChatStore}. */
final class InMemoryCommit {

    private final InMemoryChatData data;
    private final AccountLimits limits;
    private final Instant at;
    private final DraftRule hidesDraft;
    private final InMemoryMessages messages;
    private final InMemoryGroups groups;

    /** The rule for drafts that were begun before a device was linked without history. */
    interface DraftRule {
        boolean hides(String session, String conversation, long draftNumber);
    }

    InMemoryCommit(InMemoryChatData data, AccountLimits limits, Instant at, DraftRule hidesDraft) {
        this.data = data;
        this.limits = limits;
        this.at = at;
        this.hidesDraft = hidesDraft;
        messages = new InMemoryMessages(data, limits, at);
        groups = new InMemoryGroups(data, messages, limits, at);
    }

    /** Performs a write, or refuses it and changes nothing. */
    ChatWritten write(ChatWrite write) {
        try {
            return made(write);
        } catch (RefusedWrite e) {
            return e.refused();
        }
    }

    private ChatWritten made(ChatWrite write) {
        return switch (write) {
            case Once once -> once(once);
            case Send send -> messages.send(send);
            case Edit edit -> messages.edit(edit);
            case Delete delete -> messages.delete(delete);
            case React react -> messages.react(react);
            case MoveMarkers move -> moveMarkers(move);
            case SaveSettings settings -> saveSettings(settings);
            case SaveDraft draft -> saveDraft(draft);
            case OpenDirect open -> openDirect(open);
            case ChatWrite.CreateGroup create -> groups.create(create);
            case ChatWrite.AnswerInvitation answer -> groups.answer(answer);
            case ChatWrite.ChangeGroup change -> groups.change(change);
            case Recall recall -> recall(recall);
        };
    }

    private ChatWritten once(Once once) {
        List<String> name = List.of(once.accountId(), once.name());
        String before = data.named.get(name);
        if (before != null) {
            return repeated(once.write(), before);
        }
        long changes = data.use.today(once.accountId(), at).changes() + 1;
        long limit = limits.perDay().changes();
        InMemoryUse.require(changes, takesBack(once.write()) ? 2 * limit : limit, RefusalReason.CHANGES_TODAY, at);
        ChatWritten written = made(once.write());
        data.named.put(name, once.write().place());
        data.use.add(once.accountId(), new Daily(0, 1, 0, 0), at);
        return written;
    }

    private static boolean takesBack(ChatWrite write) {
        return write instanceof Delete
                || write instanceof ChatWrite.AnswerInvitation
                || (write instanceof ChatWrite.ChangeGroup group && group.change() instanceof GroupChange.Leave);
    }

    private ChatWritten repeated(ChatWrite write, String conversation) {
        return switch (write) {
            case ChatWrite.CreateGroup create -> opened(conversation, create.creatorId());
            case Edit edit -> stands(edit.conversationId(), edit.editorId(), edit.seq());
            case Delete delete -> stands(delete.conversationId(), delete.deleterId(), delete.seq());
            case React react -> stands(react.conversationId(), react.accountId(), react.seq());
            default -> new ChatWritten.Unchanged();
        };
    }

    private ChatWritten stands(String id, String account, long seq) {
        try {
            return new ChatWritten.Repeated(messages.require(messages.conversation(id, account), account, seq));
        } catch (RefusedWrite _) {
            return new ChatWritten.Unchanged();
        }
    }

    private ChatWritten moveMarkers(MoveMarkers move) {
        InMemoryConversation conversation = messages.conversation(move.conversationId(), move.accountId());
        Member member = conversation.member(move.accountId());
        long newest = conversation.lastSeq();
        long read = Math.max(member.read, Math.min(move.read(), newest));
        long delivered = Math.max(Math.max(member.delivered, read), Math.min(move.delivered(), newest));
        if (read == member.read && delivered == member.delivered) {
            return new ChatWritten.Unchanged();
        }
        member.move(delivered, read, at);
        return new ChatWritten.MarkersMoved(
                conversation.id(),
                member.facts(),
                conversation.tellsMarkersOf(move.accountId())
                        ? Set.copyOf(conversation.present())
                        : Set.of(move.accountId()));
    }

    private ChatWritten saveSettings(SaveSettings save) {
        Member member =
                messages.conversation(save.conversationId(), save.accountId()).member(save.accountId());
        member.settings = save.settings();
        return new ChatWritten.SettingsChanged(
                save.conversationId(), save.accountId(), save.settings(), ++member.noteNumber);
    }

    private ChatWritten saveDraft(SaveDraft save) {
        Member member =
                messages.conversation(save.conversationId(), save.accountId()).member(save.accountId());
        boolean hidden = !member.draft.isEmpty()
                && hidesDraft.hides(save.sessionId(), save.conversationId(), member.draftNumber);
        if (hidden || member.draft.equals(save.text())) {
            return new ChatWritten.Unchanged();
        }
        if (member.draft.isEmpty()) {
            member.draftNumber++;
        }
        member.draft = save.text();
        return new ChatWritten.Drafted(
                save.conversationId(),
                save.accountId(),
                save.sessionId(),
                save.text(),
                member.draftNumber,
                ++member.noteNumber);
    }

    private ChatWritten openDirect(OpenDirect open) {
        String key = InMemoryMessages.directKey(open.openerId(), open.otherId());
        InMemoryConversation known = data.direct.get(key);
        if (known != null) {
            return show(known, open.openerId());
        }
        InMemoryUse.require(
                data.use.today(open.openerId(), at).conversations() + 1,
                limits.perDay().conversations(),
                RefusalReason.CONVERSATIONS_TODAY,
                at);
        data.use.add(open.openerId(), new Daily(0, 0, 1, 0), at);
        InMemoryConversation made = new InMemoryConversation(open.newId(), null);
        data.put(made);
        data.direct.put(key, made);
        made.add(open.openerId(), true);
        made.add(open.otherId(), true).shown =
                !limits.asksStrangers() || open.otherId().equals(open.openerId());
        return new ChatWritten.Made(made.seenByAll(data));
    }

    private ChatWritten show(InMemoryConversation known, String account) {
        if (known.member(account).shown) {
            return opened(known.id(), account);
        }
        known.member(account).shown = true;
        return new ChatWritten.Made(Map.of(account, known.seenBy(account, data)));
    }

    private ChatWritten opened(String id, String account) {
        return new ChatWritten.Opened(messages.conversation(id, account).seenBy(account, data));
    }

    private ChatWritten recall(Recall recall) {
        InMemoryConversation conversation = data.conversation(recall.conversationId())
                .orElseGet(() -> new InMemoryConversation(recall.conversationId(), null));
        ChatMessage message = recall.seq() > 0
                ? conversation
                        .messages()
                        .filter(each -> each.seq() == recall.seq())
                        .findFirst()
                        .orElse(null)
                : conversation
                        .messages()
                        .filter(each -> each.rev() == conversation.lastRev())
                        .findFirst()
                        .orElse(null);
        Set<String> gone = new HashSet<>(recall.leavers());
        conversation.present().forEach(gone::remove);
        Map<String, OpenInvitations> invitations = new LinkedHashMap<>();
        recall.invited().forEach(account -> invitations.put(account, data.invitationsOf(account)));
        return new ChatWritten.Recalled(
                conversation.id(),
                message,
                message == null ? ChatWritten.Hearers.alike(Set.of()) : InMemoryMessages.hearers(conversation, message),
                recall.seq() <= Recall.WHOLE ? conversation.seenByAll(data) : Map.of(),
                gone,
                recall.seq() == Recall.PARTS || !recall.invited().isEmpty(),
                invitations);
    }
}
