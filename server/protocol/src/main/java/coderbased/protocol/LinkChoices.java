package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person grants a computer when they approve it. Kept with its session; the server holds it to them.
 *
 * @param until when it is logged out by itself; null for not
 * @param readOnly whether it may only read: it writes nothing, and leaves no marks
 * @param withoutHistory whether it sees only what is said after it was linked
 */
public record LinkChoices(@Nullable Instant until, boolean readOnly, boolean withoutHistory) {

    /** Everything that the phone itself may, until somebody logs it out. */
    public static final LinkChoices FULL = new LinkChoices(null, false, false);
}
