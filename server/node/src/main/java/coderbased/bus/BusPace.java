package coderbased.bus;

import java.time.Duration;

/**
 * How often nodes that speak over a bus do so without a reason.
 *
 * @param beat between two signs of life
 * @param late a bus on which a node does not hear its own sign for so long does not carry
 * @param silence of a node from which nothing is heard for so long, nobody is here any more
 */
record BusPace(Duration beat, Duration late, Duration silence) {

    /** What is good for servers that run. */
    static final BusPace STANDARD = new BusPace(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(10));
}
