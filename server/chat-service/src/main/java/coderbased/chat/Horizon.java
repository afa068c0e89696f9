package coderbased.chat;

import coderbased.auth.Session;
import coderbased.chat.ChatFanout.Delivery;
import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far back a device sees. One that was linked without history sees nothing that was said before it was linked: not in
 * lists, pages, quotes, searches or files, and no change of it.
 *
 * <p>Messages are stored in the order of their times, so in each conversation there is one number from which on everything
 * is seen; it never changes and is looked up once. Thread-safe; for a device that sees everything nothing is looked up.
 */
final class Horizon {

    private final ChatStore store;
    private final String reader;
    private final @Nullable Instant since;
    private final Map<String, Long> firsts = new ConcurrentHashMap<>();

    /** The horizon of one device. */
    Horizon(ChatStore store, Session session) {
        this.store = store;
        this.reader = session.accountId();
        this.since = session.choices().withoutHistory() ? session.use().createdAt() : null;
    }

    /** Whether it sees everything its account does. */
    boolean isOpen() {
        return since == null;
    }

    /** The number of the first message that it sees; 0 where nothing is hidden. */
    long first(String conversationId) {
        return isOpen() ? 0 : firsts.computeIfAbsent(conversationId, this::find);
    }

    /** A part of a conversation, as far as it is seen. */
    HistoryPart seen(String conversationId, HistoryPart part) {
        long first = first(conversationId);
        return new HistoryPart(messages(part.messages()), Math.max(first, part.firstSeq()), part.lastSeq());
    }

    /** Those that are seen, each as it is seen. */
    List<ChatMessage> messages(List<ChatMessage> messages) {
        return isOpen()
                ? messages
                : messages.stream()
                        .flatMap(message -> message(message).stream())
                        .toList();
    }

    /** What is delivered, as it is seen; empty where it is not. */
    Optional<Delivery> seen(Delivery delivery) {
        if (isOpen()) {
            return Optional.of(delivery);
        }
        try {
            return seen(Wire.read(delivery.text(), ChatServerMessage.class))
                    .map(shown -> new Delivery(
                            delivery.accounts(), delivery.exceptSession(), delivery.place(), Wire.write(shown)));
        } catch (Wire.Malformed ourOwn) {
            throw new IllegalStateException("a delivery can not be read", ourOwn);
        }
    }

    /** A message to the device, as it may read it; empty where it may not. */
    Optional<ChatServerMessage> seen(ChatServerMessage message) {
        if (isOpen()) {
            return Optional.of(message);
        }
        return switch (message) {
            case ChatServerMessage.Said said -> message(said.message()).map(ChatServerMessage.Said::new);
            case ChatServerMessage.ConversationChanged changed ->
                Optional.of(new ChatServerMessage.ConversationChanged(summary(changed.conversation())));
            case ChatServerMessage.Opened opened ->
                Optional.of(new ChatServerMessage.Opened(opened.requestId(), summary(opened.conversation())));
            case ChatServerMessage.Overview overview ->
                Optional.of(new ChatServerMessage.Overview(
                        overview.conversations().stream().map(this::summary).toList()));
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
            case ChatServerMessage.Challenge holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Admitted holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.LoggedOut holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Disconnecting holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Resuming holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.CaughtUp holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.ContactChanged holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.ConversationGone holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Done holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Stored holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.SendRefused holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.PeopleFound holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Marked holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Arranged holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.Drafted holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.NotKept holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.TypingChanged holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.PresenceChanged holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.RequestFailed holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.LinkChanged holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.NewLinks holdsNoMessage -> Optional.of(message);
            case ChatServerMessage.DevicesChanged holdsNoMessage -> Optional.of(message);
        };
    }

    private Optional<ChatMessage> message(ChatMessage message) {
        long first = first(message.conversationId());
        if (message.seq() < first) {
            return Optional.empty();
        }
        ChatMessage.Quote quote = message.quote();
        return Optional.of(quote == null || quote.seq() >= first ? message : withoutQuote(message));
    }

    private static ChatMessage withoutQuote(ChatMessage message) {
        return new ChatMessage(
                message.conversationId(),
                message.seq(),
                message.rev(),
                message.clientMessageId(),
                message.senderId(),
                message.sentAt(),
                message.body(),
                null,
                message.forwarded(),
                message.editedAt(),
                message.reactions());
    }

    private ConversationSummary summary(ConversationSummary whole) {
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
                whole.arrangement(),
                whole.draft());
    }

    /** Halves what is between the oldest and the newest until the first message of its time is found. */
    private long find(String conversationId) {
        Optional<HistoryPart> newest = store.history(conversationId, reader, Side.BEFORE, Long.MAX_VALUE, 1);
        long low = newest.map(HistoryPart::firstSeq).orElse(1L);
        long high = newest.map(part -> part.lastSeq() + 1).orElse(1L);
        Instant linkedAt = Objects.requireNonNull(since);
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (isBefore(linkedAt, conversationId, middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBefore(Instant linkedAt, String conversationId, long seq) {
        return store.history(conversationId, reader, Side.AFTER, seq - 1, 1).stream()
                .flatMap(part -> part.messages().stream())
                .anyMatch(message -> message.sentAt().isBefore(linkedAt));
    }
}
