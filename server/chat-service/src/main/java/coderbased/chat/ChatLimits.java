package coderbased.chat;

import java.time.Duration;

/**
 * Limits on one socket: its cost and its time-outs.
 *
 * @param authenticateTimeout the time from the opened socket to its hello or its answer to the challenge
 * @param heartbeat the time between two pings
 * @param heartbeatSpread the random part of that time, earlier or later, which keeps the pings of many devices apart
 * @param pongTimeout the longest time in which a ping is answered
 * @param closeTimeout the time in which the other side can read the last message and the close frame
 * @param queueMessages the most messages that wait in each direction of a socket
 * @param queueChars the most characters that wait in each direction of a socket
 * @param perAddress open sockets per network address; 0 for no limit
 * @param perAccount open sockets per account
 * @param guests the most desktops that wait for a login; fewer where memory or open files are short
 * @param concurrentResumes the number of devices that may always catch up at the same time; more while the server is
 *     quick
 * @param accounts the limits of one account, over all its sockets
 */
public record ChatLimits(
        Duration authenticateTimeout,
        Duration heartbeat,
        Duration heartbeatSpread,
        Duration pongTimeout,
        Duration closeTimeout,
        int queueMessages,
        long queueChars,
        int perAddress,
        int perAccount,
        int guests,
        int concurrentResumes,
        AccountLimits accounts) {

    private static final int MEGABYTE = 1024 * 1024;

    /** Returns the default limits. */
    public static ChatLimits standard() {
        return new ChatLimits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(25),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                1_000,
                MEGABYTE,
                50,
                8,
                5_000,
                200,
                AccountLimits.standard());
    }

    /** Returns the same limits with another number of sockets per address. */
    public ChatLimits withPerAddress(int sockets) {
        return with(authenticateTimeout, heartbeat, heartbeatSpread, pongTimeout, sockets, guests, concurrentResumes);
    }

    /** Returns the same limits with another heartbeat. */
    public ChatLimits withHeartbeat(Duration every, Duration spread, Duration answerWithin) {
        return with(authenticateTimeout, every, spread, answerWithin, perAddress, guests, concurrentResumes);
    }

    /** Returns the same limits with another time to authenticate. */
    public ChatLimits withAuthenticateTimeout(Duration within) {
        return with(within, heartbeat, heartbeatSpread, pongTimeout, perAddress, guests, concurrentResumes);
    }

    /** Returns the same limits with another number of desktops that wait. */
    public ChatLimits withGuests(int desktops) {
        return with(
                authenticateTimeout, heartbeat, heartbeatSpread, pongTimeout, perAddress, desktops, concurrentResumes);
    }

    /** Returns the same limits with another number of devices that may catch up at the same time. */
    public ChatLimits withConcurrentResumes(int devices) {
        return with(authenticateTimeout, heartbeat, heartbeatSpread, pongTimeout, perAddress, guests, devices);
    }

    /** Returns the same limits with other limits per account. */
    public ChatLimits withAccounts(AccountLimits others) {
        return new ChatLimits(
                authenticateTimeout,
                heartbeat,
                heartbeatSpread,
                pongTimeout,
                closeTimeout,
                queueMessages,
                queueChars,
                perAddress,
                perAccount,
                guests,
                concurrentResumes,
                others);
    }

    private ChatLimits with(
            Duration within,
            Duration every,
            Duration spread,
            Duration answerWithin,
            int sockets,
            int desktops,
            int devices) {
        return new ChatLimits(
                within,
                every,
                spread,
                answerWithin,
                closeTimeout,
                queueMessages,
                queueChars,
                sockets,
                perAccount,
                desktops,
                devices,
                accounts);
    }
}
