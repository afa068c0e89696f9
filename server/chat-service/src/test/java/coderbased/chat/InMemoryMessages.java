package coderbased.chat;

import coderbased.chat.ChatWrite.Delete;
import coderbased.chat.ChatWrite.Edit;
import coderbased.chat.ChatWrite.React;
import coderbased.chat.ChatWrite.Send;
import coderbased.chat.ChatWritten.Hearers;
import coderbased.chat.InMemoryConversation.Member;
import coderbased.chat.InMemoryUse.Daily;
import coderbased.chat.InMemoryUse.RefusedWrite;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The writes of messages of one transaction of an {@link InMemoryChatStore}. */
final class InMemoryMessages {

    private static final int RESERVED_BYTES = 6 * 1024;

    private final InMemoryChatData data;
    private final AccountLimits limits;
    private final Instant at;

    InMemoryMessages(InMemoryChatData data, AccountLimits limits, Instant at) {
        this.data = data;
        this.limits = limits;
        this.at = at;
    }

    static String directKey(String one, String other) {
        return one.compareTo(other) < 0 ? one + " " + other : other + " " + one;
    }

    /** Returns the conversation, which the account is in. */
    InMemoryConversation conversation(String id, String account) {
        return data.conversation(id)
                .filter(conversation -> conversation.isIn(account))
                .orElseThrow(() -> new RefusedWrite(RefusalReason.NO_CONVERSATION));
    }

    /** Returns a message that the reader may see. */
    ChatMessage require(InMemoryConversation conversation, String reader, long seq) {
        if (!conversation.has(seq) || seq < conversation.member(reader).firstSeq()) {
            throw new RefusedWrite(RefusalReason.NO_MESSAGE);
        }
        return conversation.message(seq);
    }

    ChatWritten send(Send send) {
        InMemoryConversation conversation = conversation(send.conversationId(), send.senderId());
        Optional<ChatMessage> before = conversation
                .messages()
                .filter(message -> message.senderId().equals(send.senderId())
                        && message.clientMessageId().equals(send.clientMessageId())
                        && !(message.body() instanceof Body.GroupEvent))
                .findFirst();
        if (before.isPresent()) {
            return new ChatWritten.Repeated(before.get());
        }
        InMemoryUse.require(
                data.use.today(send.senderId(), at).changes() + 1,
                limits.perDay().changes(),
                RefusalReason.CHANGES_TODAY,
                at);
        long bytes = InMemoryUse.bytes(send.body());
        requireText(send.senderId(), bytes);
        Quote quote = send.replyTo() == null
                ? null
                : require(conversation, send.senderId(), send.replyTo()).asQuote();
        ChatMessage message = next(conversation, send.senderId(), send.clientMessageId(), send.body())
                .answering(quote, send.forwarded());
        if (quote != null) {
            requireRoom(message);
        }
        boolean wasTold = conversation.tellsMarkersOf(send.senderId());
        append(conversation, message);
        data.use.add(send.senderId(), new Daily(0, 1, 0, 0), at);
        data.use.addText(send.senderId(), bytes);
        return new ChatWritten.Stored(
                message,
                hearers(conversation, message),
                message.seq() == 1 ? newTo(conversation) : Map.of(),
                wasTold || !send.forwarded()
                        ? null
                        : conversation.member(send.senderId()).facts());
    }

    private Map<String, Conversation> newTo(InMemoryConversation conversation) {
        Map<String, Conversation> seenBy = new LinkedHashMap<>(conversation.seenByAll(data));
        seenBy.keySet().removeIf(account -> conversation.member(account).shown);
        return seenBy;
    }

    ChatWritten edit(Edit edit) {
        InMemoryConversation conversation = conversation(edit.conversationId(), edit.editorId());
        ChatMessage before = own(conversation, edit.editorId(), edit.seq());
        switch (before.body()) {
            case Body.Text _ when edit.text().isBlank() -> throw new RefusedWrite(RefusalReason.NOTHING);
            case Body.GroupEvent _ -> throw new RefusedWrite(RefusalReason.NOT_THIS_KIND);
            case Body.Deleted _ -> throw new RefusedWrite(RefusalReason.NO_MESSAGE);
            case Body.Text _, Body.File _ -> {}
        }
        Body body = before.body().withText(edit.text());
        if (body.equals(before.body())) {
            return new ChatWritten.Repeated(before);
        }
        long more = InMemoryUse.bytes(body) - InMemoryUse.bytes(before.body());
        requireText(edit.editorId(), more);
        ChatMessage after = before.edited(body, at);
        requireRoom(after);
        data.use.addText(edit.editorId(), more);
        return changed(conversation, after);
    }

    ChatWritten delete(Delete delete) {
        InMemoryConversation conversation = conversation(delete.conversationId(), delete.deleterId());
        ChatMessage before = own(conversation, delete.deleterId(), delete.seq());
        if (before.body() instanceof Body.Deleted) {
            return new ChatWritten.Repeated(before);
        }
        if (before.body() instanceof Body.GroupEvent) {
            throw new RefusedWrite(RefusalReason.NOT_THIS_KIND);
        }
        ChatMessage after = before.deleted();
        data.use.addText(delete.deleterId(), InMemoryUse.bytes(after.body()) - InMemoryUse.bytes(before.body()));
        return changed(conversation, after);
    }

    ChatWritten react(React react) {
        InMemoryConversation conversation = conversation(react.conversationId(), react.accountId());
        ChatMessage before = require(conversation, react.accountId(), react.seq());
        switch (before.body()) {
            case Body.GroupEvent _ -> throw new RefusedWrite(RefusalReason.NOT_THIS_KIND);
            case Body.Deleted _ -> throw new RefusedWrite(RefusalReason.NO_MESSAGE);
            case Body.Text _, Body.File _ -> {}
        }
        ChatMessage after = before.reacted(react.accountId(), react.emoji());
        if (after.reactions().equals(before.reactions())) {
            return new ChatWritten.Repeated(before);
        }
        if (react.emoji() != null) {
            requireRoom(after);
        }
        return changed(conversation, after);
    }

    /** Returns a message as it would be if it were sent now. */
    ChatMessage next(InMemoryConversation conversation, String sender, @Nullable String name, Body body) {
        long seq = conversation.lastSeq() + 1;
        Instant sentAt = at.isAfter(conversation.newestAt()) ? at : conversation.newestAt();
        String shown = name == null ? "event-" + seq : name;
        return ChatMessage.plain(conversation.id(), seq, conversation.lastRev() + 1, shown, sender, sentAt, body);
    }

    /** Stores a message and marks it as read by its sender, if a sender who forwards had read everything before. */
    void append(InMemoryConversation conversation, ChatMessage message) {
        conversation.append(message);
        if (conversation.isIn(message.senderId())) {
            Member sender = conversation.member(message.senderId());
            boolean unseen = message.forwarded() && sender.read < message.seq() - 1;
            sender.move(message.seq(), unseen ? sender.read : message.seq(), at);
        }
    }

    static Hearers hearers(InMemoryConversation conversation, ChatMessage message) {
        Set<String> all = conversation.seeing(message.seq()).collect(Collectors.toUnmodifiableSet());
        return message.quote() == null
                ? Hearers.alike(all)
                : Hearers.apart(
                        all, conversation.seeing(message.quote().seq()).collect(Collectors.toUnmodifiableSet()));
    }

    private ChatWritten changed(InMemoryConversation conversation, ChatMessage after) {
        ChatMessage changed = conversation.change(after);
        return new ChatWritten.Changed(changed, hearers(conversation, changed));
    }

    private ChatMessage own(InMemoryConversation conversation, String account, long seq) {
        ChatMessage message = require(conversation, account, seq);
        if (!message.senderId().equals(account)) {
            throw new RefusedWrite(RefusalReason.NOT_YOURS);
        }
        return message;
    }

    private void requireText(String account, long more) {
        if (more > 0 && data.use.text(account) + more > limits.textBytes()) {
            throw new RefusedWrite(RefusalReason.TEXT_FULL);
        }
    }

    private static void requireRoom(ChatMessage message) {
        if (Wire.write(message).getBytes(StandardCharsets.UTF_8).length > Protocol.MAX_FRAME_BYTES - RESERVED_BYTES) {
            throw new RefusedWrite(RefusalReason.TOO_MUCH);
        }
    }
}
