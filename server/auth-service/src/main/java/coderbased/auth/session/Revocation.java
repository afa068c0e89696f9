package coderbased.auth.session;

import coderbased.protocol.Logout;
import org.jspecify.annotations.Nullable;

/**
 * One line of the revocation feed, which every node reads because a bus may lose its hint: a session ended, or its
 * phone froze it.
 *
 * @param sequence rises by one with every line, in commit order
 * @param logout why it ended, as its tombstone says; null where it is frozen
 */
public record Revocation(
        long sequence,
        String sessionId,
        String accountId,
        @Nullable Logout logout) {}
