package coderbased.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ConversationSummary.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a {@link ChatWrite}; once a store hands it out, it is on disk. {@code hearers} are the accounts that have
 * to hear of it, whoever asked for it included.
 */
public sealed interface ChatWritten {

    /**
     * Who hears a message.
     *
     * @param whole those who may see what it quotes, too
     * @param withoutQuote those who may not: they came into the conversation after that was said
     */
    record Hearers(Set<String> whole, Set<String> withoutQuote) {

        /** Everybody hears the same. */
        public static Hearers alike(Set<String> all) {
            return new Hearers(all, Set.of());
        }

        /** Everybody who hears it. */
        public Set<String> all() {
            Set<String> all = new HashSet<>(whole);
            all.addAll(withoutQuote);
            return all;
        }

        /** Only those in {@code quoteSeenBy} hear what is quoted. */
        public static Hearers apart(Set<String> all, Set<String> quoteSeenBy) {
            Map<Boolean, Set<String>> parts = all.stream()
                    .collect(Collectors.partitioningBy(quoteSeenBy::contains, Collectors.toUnmodifiableSet()));
            return new Hearers(parts.getOrDefault(true, Set.of()), parts.getOrDefault(false, Set.of()));
        }
    }

    /**
     * The message has its place now.
     *
     * @param newTo the conversation, as each of those sees it who was not shown it before
     * @param toldNow the sender's marks, where the other person is told them from now on and the message does not say them
     */
    record Said(
            ChatMessage message,
            Hearers hearers,
            Map<String, Conversation> newTo,
            @Nullable Member toldNow) implements ChatWritten {

        /** In a conversation that everybody in it knows. */
        public Said(ChatMessage message, Hearers hearers) {
            this(message, hearers, Map.of(), null);
        }
    }

    /** What was asked for was stored before: {@code message} is as it stands. */
    record Repeated(ChatMessage message) implements ChatWritten {}

    /** A message is not what it was: it was edited, taken back, or reacted to. */
    record Changed(ChatMessage message, Hearers hearers) implements ChatWritten {}

    /** Somebody's marks stand further on than before. In a conversation of two only its own devices hear it until it wrote. */
    record Marked(String conversationId, Member member, Set<String> hearers) implements ChatWritten {}

    /**
     * An account keeps a conversation differently now.
     *
     * @param noteNumber see {@link Conversation.Own#noteNumber}
     */
    record Arranged(String conversationId, String accountId, Arrangement arrangement, long noteNumber)
            implements ChatWritten {}

    /**
     * An account typed something on the device with that session.
     *
     * @param number see {@link Conversation.Own#draftNumber}
     * @param noteNumber see {@link Conversation.Own#noteNumber}
     */
    record Drafted(String conversationId, String accountId, String sessionId, String text, long number, long noteNumber)
            implements ChatWritten {}

    /** That conversation was there already, as who asked for it sees it. */
    record Opened(Conversation conversation) implements ChatWritten {}

    /**
     * A conversation is new.
     *
     * @param seenBy it, as each of those sees it who is shown it
     * @param invitations the open invitations of each account for which they changed
     */
    record Made(Map<String, Conversation> seenBy, Map<String, OpenInvitations> invitations) implements ChatWritten {

        /** One that nobody was invited to. */
        public Made(Map<String, Conversation> seenBy) {
            this(seenBy, Map.of());
        }
    }

    /**
     * A group is not what it was.
     *
     * @param notices what its members hear of it, in order
     * @param hearers who was in it before and still is
     * @param seenBy it, as each of its members sees it now
     * @param gone who is not in it any more
     * @param invitations the open invitations of each account for which they changed
     */
    record GroupChanged(
            String conversationId,
            List<ChatMessage> notices,
            Set<String> hearers,
            Map<String, Conversation> seenBy,
            Set<String> gone,
            Map<String, OpenInvitations> invitations)
            implements ChatWritten {}

    /**
     * What everybody has to hear of a conversation as it stands.
     *
     * @param message a message as it stands; null for none
     * @param hearers who may see that message
     * @param seenBy the conversation, as each of its members sees it; empty where nobody has to hear of it as a whole
     * @param gone who is not in it
     * @param parts true if who was told that state has to hear of it again, because what has no number may be new
     * @param invitations the open invitations of each account that has to hear of them
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

    /** Everything is as it was asked for already. */
    record Unchanged() implements ChatWritten {}

    /**
     * It cannot be done; nothing changed.
     *
     * @param retryAfterMillis when it can be done, in milliseconds; null where time does not help
     */
    record Refused(Refusal why, @Nullable Long retryAfterMillis) implements ChatWritten {

        /** A refusal that is no matter of time. */
        public Refused(Refusal why) {
            this(why, null);
        }
    }
}
