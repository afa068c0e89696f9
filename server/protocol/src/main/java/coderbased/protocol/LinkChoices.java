package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The rights that a person grants a computer on approval. Stored with its session and enforced by the server.
 *
 * @param until time of its automatic logout; null for none
 * @param readOnly true if it may only read: it writes nothing and leaves no markers
 * @param withoutHistory true if it sees only messages from after it was linked
 */
public record LinkChoices(@Nullable Instant until, boolean readOnly, boolean withoutHistory) {

    /** Everything that the phone itself may, until somebody logs it out. */
    public static final LinkChoices FULL = new LinkChoices(null, false, false);
}
