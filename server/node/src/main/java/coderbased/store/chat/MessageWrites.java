package coderbased.store.chat;

import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten;
import coderbased.chat.Conversation;
import coderbased.chat.RefusalReason;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.store.chat.AccountUse.Used;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes that send, edit, delete and react to messages. */
final class MessageWrites {

    private final MemberRecords members;
    private final MessageLog log;
    private final ConversationWrites conversations;
    private final ConversationRows rows;
    private final AccountUse use;
    private final Instant at;

    MessageWrites(
            MemberRecords members,
            MessageLog log,
            ConversationWrites conversations,
            ConversationRows rows,
            AccountUse use,
            Instant at) {
        this.conversations = conversations;
        this.rows = rows;
        this.members = members;
        this.log = log;
        this.use = use;
        this.at = at;
    }

    ChatWritten say(Send say) throws SQLException, WriteRefused {
        MemberRecord sender = members.require(say.conversationId(), say.senderId());
        Optional<ChatMessage> before = log.named(say.conversationId(), say.senderId(), say.clientMessageId());
        if (before.isPresent()) {
            return new ChatWritten.Repeated(before.get());
        }
        Used more = Used.change().plus(Used.text(AccountUse.bytes(say.body())));
        use.require(say.senderId(), more);
        Quote quote = say.replyTo() == null ? null : log.quote(say.conversationId(), sender, say.replyTo());
        ChatMessage message = log.next(say.conversationId(), say.senderId(), say.clientMessageId(), say.body())
                .answering(quote, say.forwarded());
        log.append(quote == null ? message : MessageLog.requireRoom(message));
        use.add(say.senderId(), more);
        return new ChatWritten.Stored(
                message,
                members.hearers(message),
                message.seq() == 1 ? newTo(say.conversationId()) : Map.of(),
                sender.told() ? null : toldNow(message));
    }

    /**
     * Returns the sender's markers if the others have to be told them with this message. A sender has read what was
     * written before, and others know that by the message; a sender who forwards may not have.
     */
    private @Nullable Member toldNow(ChatMessage message) throws SQLException, WriteRefused {
        MemberRecord told = members.tell(message.conversationId(), message.senderId());
        return message.forwarded() ? told.member() : null;
    }

    private Map<String, Conversation> newTo(String conversation) throws SQLException {
        Map<String, Conversation> seenBy = rows.seenByAll(conversation);
        seenBy.keySet().retainAll(conversations.unseen(conversation));
        return seenBy;
    }

    ChatWritten edit(Edit edit) throws SQLException, WriteRefused {
        ChatMessage before = own(edit.conversationId(), edit.editorId(), edit.seq());
        Body body = edited(before.body(), edit.text());
        if (body.equals(before.body())) {
            return new ChatWritten.Repeated(before);
        }
        Used more = Used.text(AccountUse.bytes(body) - AccountUse.bytes(before.body()));
        use.require(edit.editorId(), more);
        ChatWritten changed = changed(before, MessageLog.requireRoom(before.edited(body, at)));
        use.add(edit.editorId(), more);
        return changed;
    }

    ChatWritten delete(Delete delete) throws SQLException, WriteRefused {
        ChatMessage before = own(delete.conversationId(), delete.deleterId(), delete.seq());
        return switch (before.body()) {
            case Body.Deleted already -> new ChatWritten.Repeated(before);
            case Body.GroupEvent event -> throw new WriteRefused(RefusalReason.NOT_THIS_KIND);
            case Body.Text text -> deleted(before);
            case Body.File file -> deleted(before);
        };
    }

    ChatWritten react(React react) throws SQLException, WriteRefused {
        MemberRecord member = members.require(react.conversationId(), react.accountId());
        ChatMessage before = log.require(react.conversationId(), member, react.seq());
        requireReactable(before.body());
        ChatMessage after = before.reacted(react.accountId(), react.emoji());
        if (after.reactions().equals(before.reactions())) {
            return new ChatWritten.Repeated(before);
        }
        return changed(before, react.emoji() == null ? after : MessageLog.requireRoom(after));
    }

    /**
     * Returns the current state of a message that the account had changed before; refuses one that it may no longer
     * see.
     */
    ChatWritten stands(String conversation, String account, long seq) throws SQLException {
        try {
            return new ChatWritten.Repeated(log.require(conversation, members.require(conversation, account), seq));
        } catch (WriteRefused _) {
            return new ChatWritten.Unchanged();
        }
    }

    private ChatMessage own(String conversation, String account, long seq) throws SQLException, WriteRefused {
        MemberRecord member = members.require(conversation, account);
        ChatMessage message = log.require(conversation, member, seq);
        if (!message.senderId().equals(account)) {
            throw new WriteRefused(RefusalReason.NOT_YOURS);
        }
        return message;
    }

    private ChatWritten deleted(ChatMessage before) throws SQLException {
        ChatMessage after = before.deleted();
        use.add(before.senderId(), Used.text(AccountUse.bytes(after.body()) - AccountUse.bytes(before.body())));
        return changed(before, after);
    }

    private static Body edited(Body before, String text) throws WriteRefused {
        return switch (before) {
            case Body.Text old -> old.withText(requireSomething(text));
            case Body.File file -> file.withText(text);
            case Body.GroupEvent event -> throw new WriteRefused(RefusalReason.NOT_THIS_KIND);
            case Body.Deleted deleted -> throw new WriteRefused(RefusalReason.NO_MESSAGE);
        };
    }

    private static String requireSomething(String text) throws WriteRefused {
        if (text.isBlank()) {
            throw new WriteRefused(RefusalReason.NOTHING);
        }
        return text;
    }

    private static void requireReactable(Body body) throws WriteRefused {
        switch (body) {
            case Body.Text text -> {}
            case Body.File file -> {}
            case Body.GroupEvent event -> throw new WriteRefused(RefusalReason.NOT_THIS_KIND);
            case Body.Deleted deleted -> throw new WriteRefused(RefusalReason.NO_MESSAGE);
        }
    }

    private ChatWritten changed(ChatMessage from, ChatMessage to) throws SQLException {
        ChatMessage changed = log.change(from, to);
        return new ChatWritten.Changed(changed, members.hearers(changed));
    }
}
