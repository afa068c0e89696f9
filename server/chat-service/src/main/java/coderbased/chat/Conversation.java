package coderbased.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.ConversationSummary.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the store knows it for one of its members.
 *
 * @param group null for a conversation of two
 * @param members who is in it now
 * @param former who was in it and is not any more
 * @param people the names of all members, former members and invited accounts
 * @param invited who was asked to join and has not answered
 * @param invitationNumber counts the changes of that; 0 for none yet
 * @param lastSeq the number of its newest message, 0 for none
 * @param lastRev the number of its newest change, 0 for none
 * @param last its newest message
 * @param own what is the reader's alone
 */
public record Conversation(
        String id,
        @Nullable Group group,
        List<Member> members,
        List<String> former,
        List<Contact> people,
        List<String> invited,
        long invitationNumber,
        long lastSeq,
        long lastRev,
        @Nullable ChatMessage last,
        Own own) {

    /**
     * What one member has of its own in a conversation.
     *
     * @param firstSeq the first message it may see
     * @param draft what it has typed and not sent; empty for nothing
     * @param draftNumber counts the drafts that were begun; 0 for none yet
     * @param noteNumber counts the changes of arrangement and draft; 0 for none yet
     */
    public record Own(long firstSeq, Arrangement arrangement, String draft, long draftNumber, long noteNumber) {}

    /** Returns what its reader is told of it as a whole. */
    ConversationSummary summary() {
        return new ConversationSummary(
                id,
                group,
                members,
                people,
                own.firstSeq(),
                lastSeq,
                lastRev,
                last,
                own.arrangement(),
                own.draft(),
                invited);
    }
}
