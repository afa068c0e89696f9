package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's settings for a conversation, the same on all its devices.
 *
 * @param pinned it stands above the others
 * @param archived it stands apart from the others
 * @param mutedUntil end of muting; null for not muted. {@link Instant#MAX} is not on the wire: muted for good is a
 *     hundred years
 */
public record ConversationSettings(
        boolean pinned, boolean archived, @Nullable Instant mutedUntil) {

    /** The settings of a new conversation. */
    public static final ConversationSettings DEFAULT = new ConversationSettings(false, false, null);
}
