package coderbased.chat;

import coderbased.protocol.Base32;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What the Chat Service takes from outside itself.
 *
 * @param nodeId names this node among those that share its accounts
 * @param clock tells when a message was stored
 * @param random makes nonces, ids and jitter
 * @param timer runs short tasks later; nothing given to it blocks
 * @param meter is told what happens
 */
public record ChatContext(
        String nodeId, Clock clock, SecureRandom random, ScheduledExecutorService timer, ChatMeter meter) {

    private static final int BYTES_OF_128_BIT = 16;

    /** Where nobody counts. */
    public ChatContext(String nodeId, Clock clock, SecureRandom random, ScheduledExecutorService timer) {
        this(nodeId, clock, random, timer, ChatMeter.NONE);
    }

    /** 128 random bits in upper-case base32. */
    String word() {
        byte[] bits = new byte[BYTES_OF_128_BIT];
        random.nextBytes(bits);
        return Base32.encode(bits);
    }
}
