package coderbased.chat;

import coderbased.auth.session.Session;
import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Visibility of history for one device. A device that was linked without history sees nothing from before its link: not
 * in lists, pages, quotes, searches, files or drafts, and no change of it.
 *
 * <p>The start of its history in each conversation was recorded at the link, and is read once, at the device's
 * admission. Nothing is derived later from what the account may see then. In a conversation that the account joined
 * after the link, the account itself sees nothing older, and the store's answers and the fan-out's deliveries are
 * limited to what the account sees. Drafts are numbered as they begin: a draft from before the link stays hidden until
 * it is gone, however it is changed. Thread-safe; asks nobody.
 */
final class HistoryVisibility {

    private static final HistoryStart EVERYTHING = new HistoryStart(0, -1);

    private final @Nullable Map<String, HistoryStart> starts;

    private HistoryVisibility(@Nullable Map<String, HistoryStart> starts) {
        this.starts = starts;
    }

    /**
     * Returns the visibility of one device. Reads the store only if the device was linked without history.
     *
     * @throws ChatStore.StoreUnavailable if the store cannot answer; the device must not be let in then
     */
    static HistoryVisibility of(ChatStore store, Session session) {
        return new HistoryVisibility(
                session.choices().withoutHistory() ? Map.copyOf(store.historyStarts(session)) : null);
    }

    /** True if the device sees everything that its account sees. */
    boolean isOpen() {
        return starts == null;
    }

    /** Returns the number of the first message that it sees; 0 if nothing is hidden. */
    long first(String conversationId) {
        return start(conversationId).firstSeq();
    }

    /** True if the device sees the message with that number, provided that its account does. */
    boolean sees(String conversationId, long seq) {
        return seq >= first(conversationId);
    }

    /** Returns the visible part of a part of a conversation. */
    HistoryPart seen(String conversationId, HistoryPart part) {
        long first = first(conversationId);
        return new HistoryPart(messages(part.messages()), Math.max(first, part.firstSeq()), part.lastSeq());
    }

    /** Returns the visible messages, each with its visible content. */
    List<ChatMessage> messages(List<ChatMessage> messages) {
        return isOpen()
                ? messages
                : messages.stream()
                        .flatMap(message -> message(message).stream())
                        .toList();
    }

    /** Returns the visible content of a delivery; empty if all of it is hidden. */
    Optional<Delivery> seen(Delivery delivery) {
        if (isOpen()) {
            return Optional.of(delivery);
        }
        long draft = delivery.about() == null ? 0 : delivery.about().draft();
        try {
            return seen(Wire.read(delivery.text(), ChatServerMessage.class), draft)
                    .map(shown -> delivery.saying(Wire.write(shown)));
        } catch (Wire.Malformed e) {
            throw new IllegalStateException("a delivery cannot be read", e);
        }
    }

    /** Returns the visible content of a conversation's summary. */
    ConversationSummary summary(Conversation whole) {
        return isOpen() ? whole.summary() : summary(whole.summary(), whole.own().draftNumber());
    }

    /**
     * Returns the visible content of a message to the device; empty if all of it is hidden. Conversations in it have
     * been through {@link #summary(Conversation)}.
     */
    Optional<ChatServerMessage> seen(ChatServerMessage message) {
        return isOpen() ? Optional.of(message) : seen(message, 0);
    }

    private Optional<ChatServerMessage> seen(ChatServerMessage message, long draftNumber) {
        return switch (message) {
            case ChatServerMessage.MessageChanged said ->
                message(said.message()).map(ChatServerMessage.MessageChanged::new);
            case ChatServerMessage.ConversationChanged changed ->
                Optional.of(new ChatServerMessage.ConversationChanged(summary(changed.conversation(), draftNumber)));
            case ChatServerMessage.Drafted drafted ->
                showsDraft(drafted.conversationId(), drafted.text(), draftNumber)
                        ? Optional.of(message)
                        : Optional.empty();
            case ChatServerMessage.Batch batch ->
                Optional.of(new ChatServerMessage.Batch(batch.conversationId(), messages(batch.messages())));
            case ChatServerMessage.HistoryPage page ->
                Optional.of(new ChatServerMessage.HistoryPage(
                        page.requestId(),
                        page.conversationId(),
                        messages(page.messages()),
                        page.older(),
                        page.newer()));
            case ChatServerMessage.Found found ->
                Optional.of(new ChatServerMessage.Found(found.requestId(), messages(found.messages()), found.more()));
            // Their summaries have been through summary(Conversation).
            case ChatServerMessage.Opened _, ChatServerMessage.Overview _ -> Optional.of(message);
            case ChatServerMessage.SessionMessage _,
                    ChatServerMessage.ContentMessage _,
                    ChatServerMessage.AccountMessage _ -> Optional.of(message);
        };
    }

    private Optional<ChatMessage> message(ChatMessage message) {
        String conversation = message.conversationId();
        if (!sees(conversation, message.seq())) {
            return Optional.empty();
        }
        ChatMessage.Quote quote = message.quote();
        return Optional.of(quote == null || sees(conversation, quote.seq()) ? message : message.withoutQuote());
    }

    private ConversationSummary summary(ConversationSummary whole, long draftNumber) {
        ChatMessage last = whole.last();
        return new ConversationSummary(
                whole.id(),
                whole.group(),
                whole.members(),
                whole.people(),
                Math.max(first(whole.id()), whole.firstSeq()),
                whole.lastSeq(),
                whole.lastRev(),
                last == null ? null : message(last).orElse(null),
                whole.settings(),
                showsDraft(whole.id(), whole.draft(), draftNumber) ? whole.draft() : "",
                whole.invited(),
                whole.departed());
    }

    private boolean showsDraft(String conversationId, String text, long number) {
        return text.isEmpty() || number > start(conversationId).draftNumber();
    }

    private HistoryStart start(String conversationId) {
        return starts == null ? EVERYTHING : starts.getOrDefault(conversationId, EVERYTHING);
    }
}
