package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of a {@link ChatWrite}. When a store returns it, it is on disk. {@code hearers} are the accounts that have
 * to be told, the asking account included.
 */
public sealed interface ChatWritten {

    /**
     * The accounts that are told of a message.
     *
     * @param whole those who may see the quoted message, too
     * @param withoutQuote those who may not: they joined the conversation after the quoted message
     */
    record Hearers(Set<String> whole, Set<String> withoutQuote) {

        /** Returns hearers who are all told the same. */
        public static Hearers alike(Set<String> all) {
            return new Hearers(all, Set.of());
        }

        /** Returns all hearers. */
        public Set<String> all() {
            Set<String> all = new HashSet<>(whole);
            all.addAll(withoutQuote);
            return all;
        }

        /** Returns hearers of whom only {@code quoteSeenBy} are told the quote. */
        public static Hearers apart(Set<String> all, Set<String> quoteSeenBy) {
            Map<Boolean, Set<String>> parts = all.stream()
                    .collect(Collectors.partitioningBy(quoteSeenBy::contains, Collectors.toUnmodifiableSet()));
            return new Hearers(parts.getOrDefault(true, Set.of()), parts.getOrDefault(false, Set.of()));
        }
    }

    /**
     * The message is stored in its place.
     *
     * @param newTo the conversation, as each account sees it to whom it was not shown before
     * @param toldNow the sender's markers, if the other person is told them from now on and the message does not
     *     contain them
     */
    record Stored(
            ChatMessage message,
            Hearers hearers,
            Map<String, Conversation> newTo,
            @Nullable Member toldNow) implements ChatWritten {

        /** Creates the result for a conversation that all its members know. */
        public Stored(ChatMessage message, Hearers hearers) {
            this(message, hearers, Map.of(), null);
        }
    }

    /** The message was stored by an earlier request; {@code message} is its current state. */
    record Repeated(ChatMessage message) implements ChatWritten {}

    /** A message changed: it was edited or deleted, or got or lost a reaction. */
    record Changed(ChatMessage message, Hearers hearers) implements ChatWritten {}

    /**
     * A member's markers moved on. In a conversation of two, only the member's own devices are told until the member
     * has written.
     */
    record MarkersMoved(String conversationId, Member member, Set<String> hearers) implements ChatWritten {}

    /**
     * An account changed its conversation settings.
     *
     * @param noteNumber see {@link Conversation.Own#noteNumber}
     */
    record SettingsChanged(String conversationId, String accountId, ConversationSettings settings, long noteNumber)
            implements ChatWritten {}

    /**
     * An account changed its draft on the device with that session.
     *
     * @param number see {@link Conversation.Own#draftNumber}
     * @param noteNumber see {@link Conversation.Own#noteNumber}
     */
    record Drafted(String conversationId, String accountId, String sessionId, String text, long number, long noteNumber)
            implements ChatWritten {}

    /** The conversation existed already; here as the asking account sees it. */
    record Opened(Conversation conversation) implements ChatWritten {}

    /**
     * A conversation was created.
     *
     * @param seenBy the conversation, as each account sees it to whom it is shown
     * @param invitations the open invitations of each account whose invitations changed
     */
    record Made(Map<String, Conversation> seenBy, Map<String, OpenInvitations> invitations) implements ChatWritten {

        /** Creates the result for a conversation without invitations. */
        public Made(Map<String, Conversation> seenBy) {
            this(seenBy, Map.of());
        }
    }

    /**
     * A group changed.
     *
     * @param events the group events that its members are told, in order
     * @param hearers the accounts that were in it before and still are
     * @param seenBy the group, as each of its members sees it now
     * @param gone the accounts that are no longer in it
     * @param invitations the open invitations of each account whose invitations changed
     */
    record GroupChanged(
            String conversationId,
            List<ChatMessage> events,
            Set<String> hearers,
            Map<String, Conversation> seenBy,
            Set<String> gone,
            Map<String, OpenInvitations> invitations)
            implements ChatWritten {}

    /**
     * The current state of a conversation that everybody has to be told.
     *
     * @param message a message in its current state; null for none
     * @param hearers the accounts that may see that message
     * @param seenBy the conversation, as each of its members sees it; empty if nobody has to be told of it as a whole
     * @param gone the accounts that are not in it
     * @param parts true if accounts that know this state have to be told again, because parts without a number may be
     *     new
     * @param invitations the open invitations of each account that has to be told of them
     */
    record Recalled(
            String conversationId,
            @Nullable ChatMessage message,
            Hearers hearers,
            Map<String, Conversation> seenBy,
            Set<String> gone,
            boolean parts,
            Map<String, OpenInvitations> invitations)
            implements ChatWritten {}

    /** The state was already as requested. */
    record Unchanged() implements ChatWritten {}

    /**
     * The write was refused; nothing changed.
     *
     * @param retryAfterMillis the time until a retry can succeed, in milliseconds; null if waiting does not help
     */
    record Refused(RefusalReason why, @Nullable Long retryAfterMillis) implements ChatWritten {

        /** Creates a refusal that no waiting resolves. */
        public Refused(RefusalReason why) {
            this(why, null);
        }
    }
}
