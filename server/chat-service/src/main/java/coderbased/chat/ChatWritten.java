package coderbased.chat;

import coderbased.protocol.ChatMessage;
import java.util.Set;

/** What became of a {@link ChatWrite}; once a store hands it out, it is on disk. */
public sealed interface ChatWritten {

    /** The message has its place now. {@code members}: every account that has to hear of it, the sender included. */
    record Said(ChatMessage message, Set<String> members) implements ChatWritten {}

    /** The message was stored before, as {@code message}; nothing was stored now and nobody has to hear of it. */
    record Repeated(ChatMessage message) implements ChatWritten {}

    /** The account has now read up to {@code seq}, further than before. */
    record ReadMoved(String conversationId, String accountId, long seq, Set<String> members) implements ChatWritten {}

    /** The conversation of the two. {@code made}: whether it is new. */
    record Opened(Conversation conversation, boolean made) implements ChatWritten {}

    /** Nothing changed: no such conversation, not one of its members, or nothing new to note. */
    record Unchanged() implements ChatWritten {}
}
