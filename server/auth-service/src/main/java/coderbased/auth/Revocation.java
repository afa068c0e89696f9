package coderbased.auth;

/**
 * One line of the revocation feed, which every node reads because a bus may lose its hint.
 *
 * @param sequence rises by one with every ended session, in commit order
 */
public record Revocation(long sequence, String sessionId) {}
