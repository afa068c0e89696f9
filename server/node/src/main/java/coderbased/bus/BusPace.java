package coderbased.bus;

import java.time.Duration;

/**
 * The intervals of the nodes' regular messages over a bus.
 *
 * @param beat the time between two signs of life
 * @param late the time without its own sign after which a node takes the bus as broken
 * @param silence the time without a sign of a node after which its accounts count as gone
 */
record BusPace(Duration beat, Duration late, Duration silence) {

    /** The pace of servers in production. */
    static final BusPace STANDARD = new BusPace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
}
