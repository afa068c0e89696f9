package coderbased.chat;

import java.time.Duration;

/**
 * The limits of one account, over all its devices. The rates hold on each node by itself; what is counted per day or in
 * bytes is counted in the store, and so holds over restarts and for all nodes together. A day begins at midnight UTC.
 *
 * @param changes the rate of stored and announced changes: messages, edits, deletions, reactions, conversations, groups
 * @param searches the rate of searches for messages and for people
 * @param typing the rate of typing indicators to others; those above it are dropped
 * @param notes the rate of requests that cannot be refused: markers, drafts, settings, pages of history; those above it
 *     wait
 * @param perDay the limits per day
 * @param textBytes the bytes of text that the account's stored messages may have
 * @param asksStrangers true if an account is asked before a stranger's group takes it in, and is not shown a stranger's
 *     conversation of two before a message is in it; a stranger is somebody to whom the account never wrote
 */
public record AccountLimits(
        Rate changes, Rate searches, Rate typing, Rate notes, PerDay perDay, long textBytes, boolean asksStrangers) {

    private static final long MEGABYTE = 1024L * 1024;
    private static final int UNLIMITED = 100_000_000;

    /**
     * A rate that allows a burst.
     *
     * @param burst the number that may come together after a while of silence
     * @param perMinute the number that may come per minute in the long run
     */
    public record Rate(int burst, int perMinute) {

        /** Returns the time in which an empty allowance fills up again. */
        Duration untilFull() {
            return Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute);
        }
    }

    /**
     * The limits per day.
     *
     * @param changes messages, edits, reactions and changes of groups; twice as many if deletions are among them
     * @param conversations new conversations of two and new groups
     * @param people people added or invited to groups
     * @param invitations the number of times that one account may invite the same stranger, whatever the answer, and
     *     that one person may be added to one group
     */
    public record PerDay(long changes, long conversations, long people, long invitations) {

        private static final long INVITATIONS = 5;

        /** Sets the limits, with the standard number of invitations. */
        public PerDay(long changes, long conversations, long people) {
            this(changes, conversations, people, INVITATIONS);
        }
    }

    /** Returns the default limits. */
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

    /** Returns limits that no program can reach, with strangers let in unasked: for load tests. */
    public static AccountLimits unlimited() {
        Rate rate = new Rate(UNLIMITED, UNLIMITED);
        return new AccountLimits(
                rate,
                rate,
                rate,
                rate,
                new PerDay(Long.MAX_VALUE / 2, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE),
                Long.MAX_VALUE,
                false);
    }

    /** Returns the same limits with another rate of changes. */
    public AccountLimits withChanges(Rate other) {
        return new AccountLimits(other, searches, typing, notes, perDay, textBytes, asksStrangers);
    }

    /** Returns the same limits with other limits per day. */
    public AccountLimits withPerDay(PerDay other) {
        return new AccountLimits(changes, searches, typing, notes, other, textBytes, asksStrangers);
    }

    /** Returns the same limits with another number of bytes of text. */
    public AccountLimits withTextBytes(long other) {
        return new AccountLimits(changes, searches, typing, notes, perDay, other, asksStrangers);
    }

    /** Returns the same limits with strangers' groups asking first, or not. */
    public AccountLimits withAsksStrangers(boolean asks) {
        return new AccountLimits(changes, searches, typing, notes, perDay, textBytes, asks);
    }
}
