package coderbased.client.net;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.MutableClock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final MutableClock clock = MutableClock.standing();

    @Test
    void longestWaitDoublesUpToThirtySeconds() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        long[] waits = new long[9];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = backoff.next(Duration.ZERO).toMillis();
        }
        assertArrayEquals(new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000}, waits);
    }

    @Test
    void waitsAreUniformlyDistributed() {
        Random random = new Random(42);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 1_000; i++) {
            Backoff backoff = new Backoff(Timing.standard(), random, clock);
            long wait = backoff.next(Duration.ZERO).toMillis();
            least = Math.min(least, wait);
            most = Math.max(most, wait);
        }
        assertTrue(least < 10 && most > 490 && most <= 500, least + " to " + most);
    }

    @Test
    void successMakesTheNextWaitShortAgain() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        for (int i = 0; i < 100; i++) {
            backoff.next(Duration.ZERO);
        }
        backoff.reset();
        assertEquals(Duration.ofMillis(500), backoff.next(Duration.ZERO));
    }

    @Test
    void serversHintIsNeverShortenedWithinReason() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        assertEquals(Duration.ofMillis(60_500), backoff.next(Duration.ofSeconds(60)));
        assertEquals(Duration.ofMinutes(10).plusMillis(1_000), backoff.next(Duration.ofDays(900)));
        assertEquals(Duration.ofMillis(2_000), backoff.next(Duration.ofMillis(-5)));
    }

    @Test
    void restartingServerIsDialledOftenForAMinute() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        long[] waits = new long[8];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = backoff.nextUnreached().toMillis();
            clock.turn(Duration.ofSeconds(7));
        }
        assertArrayEquals(new long[] {500, 1_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000}, waits);
        clock.turn(Duration.ofSeconds(4));
        for (int i = 0; i < waits.length; i++) {
            waits[i] = backoff.nextUnreached().toMillis();
        }
        assertArrayEquals(new long[] {2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000}, waits);
    }

    @Test
    void frozenDeviceAsksEveryFewSecondsForAsLongAsItTakes() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        for (int i = 0; i < 100; i++) {
            assertTrue(backoff.nextFrozen().compareTo(Duration.ofSeconds(5)) <= 0);
        }
        assertEquals(Duration.ofSeconds(5), backoff.nextFrozen());
    }

    @Test
    void clockSetBackDoesNotProlongARestart() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        for (int i = 0; i < 8; i++) {
            backoff.nextUnreached();
        }
        clock.turn(Duration.ofDays(-1));
        assertEquals(Duration.ofSeconds(2), backoff.nextUnreached());
        clock.turn(Duration.ofMinutes(1));
        backoff.nextUnreached();
        assertEquals(Duration.ofSeconds(4), backoff.nextUnreached(), "it is no restart any more");
    }

    @Test
    void serverThatCameBackIsDialledOftenAgain() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        for (int i = 0; i < 10; i++) {
            backoff.nextUnreached();
            clock.turn(Duration.ofMinutes(1));
        }
        backoff.reset();
        assertEquals(Duration.ofMillis(500), backoff.nextUnreached());
        assertEquals(Duration.ofMillis(1_000), backoff.nextUnreached());
    }

    @Test
    void failingServerIsNotDialledMoreOften() {
        Backoff backoff = new Backoff(Timing.standard(), new Unlucky(), clock);
        for (int i = 0; i < 5; i++) {
            backoff.nextUnreached();
        }
        assertEquals(Duration.ofMillis(2_000), backoff.next(Duration.ZERO));
        assertEquals(Duration.ofMillis(4_000), backoff.next(Duration.ZERO));
        assertEquals(Duration.ofMillis(2_000), backoff.nextUnreached());
    }

    /** Source of randomness that always draws the longest wait. */
    private static final class Unlucky extends Random {

        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    }
}
