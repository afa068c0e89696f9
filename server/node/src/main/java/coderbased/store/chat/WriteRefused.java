package coderbased.store.chat;

import coderbased.chat.Refusal;
import org.jspecify.annotations.Nullable;

/** A write that cannot be made; thrown before anything of it was written. */
final class WriteRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final @Nullable Long retryAfterMillis;

    WriteRefused(Refusal why) {
        this(why, null);
    }

    /** @param retryAfterMillis when it can be made, in milliseconds from now; null where time does not help */
    WriteRefused(Refusal why, @Nullable Long retryAfterMillis) {
        super(why.name());
        this.why = why;
        this.retryAfterMillis = retryAfterMillis;
    }

    Refusal why() {
        return why;
    }

    @Nullable
    Long retryAfterMillis() {
        return retryAfterMillis;
    }
}
