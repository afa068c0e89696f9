package coderbased.chat;

import java.time.Duration;

/**
 * What one socket may cost, and how long it may be silent.
 *
 * @param toAuthenticate from the opened socket to its hello or its answer to the challenge
 * @param heartbeat between two pings
 * @param heartbeatSpread how much earlier or later, at random, so that a herd's pings do not stay together
 * @param pong how long a ping may stay unanswered
 * @param farewell how long the other side has to read what was last said to it and its close frame
 * @param queueMessages how many messages wait, at most, in each direction of a socket
 * @param queueChars how many characters wait, at most, in each direction of a socket
 * @param perAddress open sockets per network address; 0 for as many as come
 * @param perAccount open sockets per account
 * @param onTheWay how many devices may catch up at the same time, however slow that is; more where it is quick
 * @param accounts the limits of one account, over all its sockets
 */
public record ChatLimits(
        Duration toAuthenticate,
        Duration heartbeat,
        Duration heartbeatSpread,
        Duration pong,
        Duration farewell,
        int queueMessages,
        long queueChars,
        int perAddress,
        int perAccount,
        int onTheWay,
        AccountLimits accounts) {

    private static final int MEGABYTE = 1024 * 1024;

    /** What a server does unless it is told otherwise. */
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
                200,
                AccountLimits.standard());
    }

    /** The same with another number of sockets per address. */
    public ChatLimits withPerAddress(int sockets) {
        return with(toAuthenticate, heartbeat, heartbeatSpread, pong, sockets, onTheWay);
    }

    /** The same with another heartbeat. */
    public ChatLimits withHeartbeat(Duration every, Duration spread, Duration answerWithin) {
        return with(toAuthenticate, every, spread, answerWithin, perAddress, onTheWay);
    }

    /** The same with another time to authenticate. */
    public ChatLimits withToAuthenticate(Duration within) {
        return with(within, heartbeat, heartbeatSpread, pong, perAddress, onTheWay);
    }

    /** The same with another number of devices that may catch up at the same time. */
    public ChatLimits withOnTheWay(int devices) {
        return with(toAuthenticate, heartbeat, heartbeatSpread, pong, perAddress, devices);
    }

    /** The same with other limits per account. */
    public ChatLimits withAccounts(AccountLimits others) {
        return new ChatLimits(
                toAuthenticate,
                heartbeat,
                heartbeatSpread,
                pong,
                farewell,
                queueMessages,
                queueChars,
                perAddress,
                perAccount,
                onTheWay,
                others);
    }

    private ChatLimits with(
            Duration within, Duration every, Duration spread, Duration answerWithin, int sockets, int devices) {
        return new ChatLimits(
                within,
                every,
                spread,
                answerWithin,
                farewell,
                queueMessages,
                queueChars,
                sockets,
                perAccount,
                devices,
                accounts);
    }
}
