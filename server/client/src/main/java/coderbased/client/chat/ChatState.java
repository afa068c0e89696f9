package coderbased.client.chat;

import coderbased.protocol.GroupInvitation;
import coderbased.protocol.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * State of the chat on one device. Immutable; each change publishes a new one.
 *
 * @param me account of this device
 * @param conversations pinned first, then most recent first; includes archived ones
 * @param presence of the members of open conversations, by account
 * @param progress of the synchronisation
 * @param readOnly true if this device was linked as read-only
 * @param invitations open invitations to groups, newest first
 * @param deviceName the name that this device has on its phone; null before the server told it
 */
public record ChatState(
        Profile me,
        List<ConversationView> conversations,
        Map<String, Presence> presence,
        Progress progress,
        boolean readOnly,
        List<GroupInvitation> invitations,
        @Nullable String deviceName) {

    /** State of a device that does not know its name. */
    public ChatState(
            Profile me,
            List<ConversationView> conversations,
            Map<String, Presence> presence,
            Progress progress,
            boolean readOnly,
            List<GroupInvitation> invitations) {
        this(me, conversations, presence, progress, readOnly, invitations, null);
    }

    /** State of a device without open invitations. */
    public ChatState(
            Profile me,
            List<ConversationView> conversations,
            Map<String, Presence> presence,
            Progress progress,
            boolean readOnly) {
        this(me, conversations, presence, progress, readOnly, List.of());
    }

    /** State of a device that may write. */
    public ChatState(
            Profile me, List<ConversationView> conversations, Map<String, Presence> presence, Progress progress) {
        this(me, conversations, presence, progress, false);
    }

    /** Returns the conversation with that id, or null if it is unknown. */
    public @Nullable ConversationView conversation(String id) {
        return conversations.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }

    /** True if everything missed has arrived. */
    public boolean caughtUp() {
        return progress.caughtUp();
    }

    /**
     * Presence of one account.
     *
     * @param lastSeenAt end of the last visit; null while the account is online, and if unknown
     */
    public record Presence(boolean here, @Nullable Instant lastSeenAt) {}

    /**
     * Progress of the synchronisation.
     *
     * @param caughtUp true if nothing is missing; false while there is no connection
     * @param known true if this device has ever received its conversations
     * @param arrived number of missed messages that have arrived
     * @param expected number of missed messages that the server announced; 0 before it has
     */
    public record Progress(boolean caughtUp, boolean known, long arrived, long expected) {}
}
