package coderbased.chat;

import java.time.Duration;

/**
 * The limits of one account, over all its devices. The rates hold on each node by itself; what is counted per day or in bytes
 * is counted in the store, and so holds over restarts and for all nodes together. A day begins at midnight UTC.
 *
 * @param changes the rate of what is stored and announced: messages, edits, deletions, reactions, conversations, groups
 * @param searches the rate of searches for messages and for people
 * @param typing the rate at which others are told that somebody types; what exceeds it is dropped
 * @param notes the rate of what has no refusal: marks, drafts, settings, pages of history; what exceeds it waits
 * @param perDay the limits per day
 * @param textBytes how many bytes the account's stored messages may have
 * @param asksStrangers true if an account is asked before it is in a group of somebody whom it never wrote to, and is not
 *     shown a conversation of two that somebody opened before something is written in it
 */
public record AccountLimits(
        Rate changes, Rate searches, Rate typing, Rate notes, PerDay perDay, long textBytes, boolean asksStrangers) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int WITHOUT_LIMIT = 100_000_000;

    /**
     * A rate that allows a burst.
     *
     * @param atOnce how many may come together after a while of silence
     * @param perMinute how many may come in the long run
     */
    public record Rate(int atOnce, int perMinute) {

        /** The time in which as many come back as may come together. */
        Duration untilFull() {
            return Duration.ofMinutes(1).multipliedBy(atOnce).dividedBy(perMinute);
        }
    }

    /**
     * The limits per day.
     *
     * @param changes messages, edits, reactions and changes of groups; twice as many where deletions are among them
     * @param conversations new conversations of two and new groups
     * @param people people added or invited to groups
     * @param invitations how often one account invites the same stranger, whatever became of it, and how often the same
     *     person is added to one group
     */
    public record PerDay(long changes, long conversations, long people, long invitations) {

        private static final long INVITATIONS = 5;

        /** The limits with the standard number of invitations. */
        public PerDay(long changes, long conversations, long people) {
            this(changes, conversations, people, INVITATIONS);
        }
    }

    /** The limits of a server that was told nothing else. */
    public static AccountLimits standard() {
        return new AccountLimits(
                new Rate(100, 600),
                new Rate(30, 120),
                new Rate(10, 60),
                new Rate(300, 6_000),
                new PerDay(10_000, 50, 500),
                200 * MEGABYTE,
                true);
    }

    /** No limits that a program could meet, and nobody is asked: for load tests. */
    public static AccountLimits unlimited() {
        Rate rate = new Rate(WITHOUT_LIMIT, WITHOUT_LIMIT);
        return new AccountLimits(
                rate,
                rate,
                rate,
                rate,
                new PerDay(Long.MAX_VALUE / 2, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE),
                Long.MAX_VALUE,
                false);
    }

    /** The same with another rate of changes. */
    public AccountLimits withChanges(Rate other) {
        return new AccountLimits(other, searches, typing, notes, perDay, textBytes, asksStrangers);
    }

    /** The same with another rate of searches. */
    public AccountLimits withSearches(Rate other) {
        return new AccountLimits(changes, other, typing, notes, perDay, textBytes, asksStrangers);
    }

    /** The same with other limits per day. */
    public AccountLimits withPerDay(PerDay other) {
        return new AccountLimits(changes, searches, typing, notes, other, textBytes, asksStrangers);
    }

    /** The same with another number of bytes of text. */
    public AccountLimits withTextBytes(long other) {
        return new AccountLimits(changes, searches, typing, notes, perDay, other, asksStrangers);
    }

    /** The same, and strangers are asked before they are in a group, or not. */
    public AccountLimits withAsksStrangers(boolean asks) {
        return new AccountLimits(changes, searches, typing, notes, perDay, textBytes, asks);
    }
}
