package coderbased.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation, as it stands for its reader.
 *
 * @param group its name and picture; null for a one-to-one conversation
 * @param members its present members, the reader included
 * @param people the names of everybody who is or was in it or is invited, the reader included
 * @param firstSeq the first message that the reader may see: a group's later members do not see what was said before
 *     them
 * @param lastSeq the number of its newest message, 0 if there is none yet
 * @param lastRev the number of its newest change, 0 if there is none yet
 * @param last its newest message
 * @param settings the reader's account's settings for it
 * @param draft the draft of the reader's account; empty for none
 * @param invited accounts that were asked to join and have not answered; their names are among {@code people}
 * @param departed former members to whom messages went that the reader may see; null for none
 */
public record ConversationSummary(
        String id,
        @Nullable Group group,
        List<Member> members,
        List<Contact> people,
        long firstSeq,
        long lastSeq,
        long lastRev,
        @Nullable ChatMessage last,
        ConversationSettings settings,
        String draft,
        List<String> invited,
        @Nullable List<Departed> departed) {

    /** A conversation that nobody was asked to join, and nobody left. */
    public ConversationSummary(
            String id,
            @Nullable Group group,
            List<Member> members,
            List<Contact> people,
            long firstSeq,
            long lastSeq,
            long lastRev,
            @Nullable ChatMessage last,
            ConversationSettings settings,
            String draft) {
        this(id, group, members, people, firstSeq, lastSeq, lastRev, last, settings, draft, List.of(), null);
    }

    /**
     * Properties of a group.
     *
     * @param pictureSha256 of the bytes behind {@link FileHttp#GROUP_PICTURE}; null for no picture
     */
    public record Group(String name, @Nullable String pictureSha256) {}

    /**
     * One account in it.
     *
     * @param admin true if it may change the group; true for both people of a one-to-one conversation
     * @param deliveredSeq up to here its messages have arrived on one of the account's devices
     * @param readSeq up to here they were read on one of them
     */
    public record Member(String accountId, boolean admin, long deliveredSeq, long readSeq) {}

    /**
     * The markers of a former member, as they stood at the departure.
     *
     * @param lastSeq the last message that went to it
     * @param deliveredSeq as of a member
     * @param readSeq as of a member
     */
    public record Departed(long lastSeq, long deliveredSeq, long readSeq) {}
}
