package coderbased.chat;

import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.ConversationSummary.Departed;
import coderbased.protocol.ConversationSummary.Group;
import coderbased.protocol.ConversationSummary.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the store returns it to one of its members.
 *
 * @param group null for a conversation of two
 * @param members the accounts that are in it now
 * @param former the accounts that were in it and no longer are
 * @param departed the markers of the former members
 * @param people the names of all members, former members and invited accounts
 * @param invited the accounts that were invited and have not answered
 * @param invitationNumber counts the changes of the invitations; 0 for none yet
 * @param lastSeq the number of its newest message, 0 for none
 * @param lastRev the number of its newest change, 0 for none
 * @param last its newest message
 * @param own the data that belongs to the reader alone
 */
public record Conversation(
        String id,
        @Nullable Group group,
        List<Member> members,
        List<String> former,
        List<Departed> departed,
        List<Contact> people,
        List<String> invited,
        long invitationNumber,
        long lastSeq,
        long lastRev,
        @Nullable ChatMessage last,
        Own own) {

    /**
     * The data of one member's own in a conversation.
     *
     * @param firstSeq the first message it may see
     * @param draft the text that it has typed and not sent; empty for none
     * @param draftNumber counts the drafts that were begun; 0 for none yet
     * @param noteNumber counts the changes of conversation settings and draft; 0 for none yet
     */
    public record Own(long firstSeq, ConversationSettings settings, String draft, long draftNumber, long noteNumber) {}

    /** Returns the summary that its reader is told. */
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
                own.settings(),
                own.draft(),
                invited,
                departedSinceStart());
    }

    private @Nullable List<Departed> departedSinceStart() {
        List<Departed> seen = departed.stream()
                .filter(member -> member.lastSeq() >= own.firstSeq())
                .toList();
        return seen.isEmpty() ? null : seen;
    }
}
