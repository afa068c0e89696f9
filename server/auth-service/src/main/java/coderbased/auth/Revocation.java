package coderbased.auth;

import coderbased.protocol.Logout;

/**
 * One line of the revocation feed, which every node reads because a bus may lose its hint.
 *
 * @param sequence rises by one with every ended session, in commit order
 * @param logout why, as the session's tombstone says
 */
public record Revocation(long sequence, String sessionId, String accountId, Logout logout) {}
