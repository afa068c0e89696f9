package coderbased.store.chat;

import coderbased.chat.RefusalReason;
import org.jspecify.annotations.Nullable;

/** A refused write; thrown before any of it was written. */
final class WriteRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusalReason why;
    private final @Nullable Long retryAfterMillis;

    WriteRefused(RefusalReason why) {
        this(why, null);
    }

    /** @param retryAfterMillis the time until a retry can succeed, in milliseconds; null if waiting does not help */
    WriteRefused(RefusalReason why, @Nullable Long retryAfterMillis) {
        super(why.name());
        this.why = why;
        this.retryAfterMillis = retryAfterMillis;
    }

    RefusalReason why() {
        return why;
    }

    @Nullable
    Long retryAfterMillis() {
        return retryAfterMillis;
    }
}
