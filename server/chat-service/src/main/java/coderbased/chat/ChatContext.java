package coderbased.chat;

import coderbased.protocol.Base32;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * The environment of the Chat Service.
 *
 * @param nodeId names this node among those that share its accounts
 * @param clock gives the times of stored messages
 * @param random makes nonces, ids and jitter
 * @param timer runs short tasks later; none of them blocks
 * @param meter counts events
 */
public record ChatContext(
        String nodeId, Clock clock, SecureRandom random, ScheduledExecutorService timer, ChatMeter meter) {

    private static final int BYTES_OF_128_BIT = 16;

    /** Sets an environment without a meter. */
    public ChatContext(String nodeId, Clock clock, SecureRandom random, ScheduledExecutorService timer) {
        this(nodeId, clock, random, timer, ChatMeter.NONE);
    }

    /** Returns 128 random bits in upper-case base32. */
    String word() {
        byte[] bits = new byte[BYTES_OF_128_BIT];
        random.nextBytes(bits);
        return Base32.encode(bits);
    }
}
