package coderbased.protocol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * State of a message with one of those to whom it was sent.
 *
 * @param present false for somebody who left since; the rest is as it stood then
 * @param delivered true if it has arrived on one of the account's devices
 * @param read true if it was read on one of them
 * @param deliveredAt time of its arrival; null if it has not arrived or the time is not known any more
 * @param readAt the same of its reading
 */
public record MemberReceipt(
        String accountId,
        boolean present,
        boolean delivered,
        boolean read,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt) {}
