package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account keeps a conversation, the same on all its devices.
 *
 * @param pinned it stands above the others
 * @param archived it stands apart from the others
 * @param mutedUntil no notice is given of it before then; null for not muted. {@link Instant#MAX} is not on the wire: for
 *     good is a hundred years
 */
public record Arrangement(
        boolean pinned, boolean archived, @Nullable Instant mutedUntil) {

    /** How a conversation begins. */
    public static final Arrangement PLAIN = new Arrangement(false, false, null);
}
