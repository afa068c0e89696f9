package coderbased.client.chat;

import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a device knows of the chat, as one immutable picture; a new one replaces it at every change.
 *
 * @param me whose device this is
 * @param conversations pinned ones first, then most recent first; archived ones among them
 * @param presence of the people of open conversations, by account
 * @param progress how much of what was missed has arrived
 * @param readOnly whether this device was linked to read only
 * @param invitations groups that the account is asked to join, newest first
 */
public record ChatState(
        Profile me,
        List<ConversationView> conversations,
        Map<String, Presence> presence,
        Progress progress,
        boolean readOnly,
        List<GroupInvitation> invitations) {

    /** What a device knows whose account is not asked to join any group. */
    public ChatState(
            Profile me,
            List<ConversationView> conversations,
            Map<String, Presence> presence,
            Progress progress,
            boolean readOnly) {
        this(me, conversations, presence, progress, readOnly, List.of());
    }

    /** What a device knows that may write, too. */
    public ChatState(
            Profile me, List<ConversationView> conversations, Map<String, Presence> presence, Progress progress) {
        this(me, conversations, presence, progress, false);
    }

    /** The conversation with that id, if it is known. */
    public @Nullable ConversationView conversation(String id) {
        return conversations.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether everything missed has arrived. */
    public boolean caughtUp() {
        return progress.caughtUp();
    }

    /**
     * Somebody's presence.
     *
     * @param lastSeenAt when they were last here; null while they are, and where it is not known
     */
    public record Presence(boolean here, @Nullable Instant lastSeenAt) {}

    /**
     * How much of what was missed has arrived.
     *
     * @param caughtUp whether nothing is missing; false without a connection too
     * @param known whether this device has heard of its conversations at all since it began
     * @param arrived missed messages that are here
     * @param expected missed messages that the server counted; 0 where it has not said
     */
    public record Progress(boolean caughtUp, boolean known, long arrived, long expected) {}
}
