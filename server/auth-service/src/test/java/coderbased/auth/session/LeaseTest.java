package coderbased.auth.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.MutableClock;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long a node may serve on what it last heard. */
class LeaseTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final MutableClock clock = MutableClock.standing();
    private final Lease lease = new Lease(new AuthContext(clock, new SecureRandom()));

    @Test
    void aLeaseExpiresWhenTheDatabaseDoesNotAnswerInTime() {
        lease.asked();
        clock.turn(Lease.DURATION.minus(A_MOMENT));
        lease.asked();
        assertFalse(lease.isOver());
        clock.turn(A_MOMENT);
        assertTrue(lease.isOver());
        lease.answered();
        assertFalse(lease.isOver());
    }

    @Test
    void aForwardClockOrASuspendedProgramChangesNothing() {
        lease.asked();
        lease.answered();
        clock.turn(Duration.ofDays(3650));
        assertFalse(lease.isOver());
        lease.asked();
        assertFalse(lease.isOver());
    }

    @Test
    void aBackwardClockDoesNotExtendTheLease() {
        lease.asked();
        clock.turn(Duration.ofHours(-1));
        assertFalse(lease.isOver());
        clock.turn(Lease.DURATION);
        assertTrue(lease.isOver());
    }

    @Test
    void aLeaseExpiresWithoutAnyQuery() {
        lease.answered();
        clock.turn(Lease.QUESTION_TIMEOUT);
        assertFalse(lease.isOver(), "the question is due from now on");
        clock.turn(Lease.DURATION.minus(A_MOMENT));
        assertFalse(lease.isOver());
        clock.turn(A_MOMENT);
        assertTrue(lease.isOver());
        lease.asked();
        assertTrue(lease.isOver(), "to ask is not to know");
        lease.answered();
        assertFalse(lease.isOver());
    }

    @Test
    void aLeaseExpiresWithoutAnyQueryEvenWhenTheClockGoesBack() {
        clock.turn(Duration.ofDays(-1));
        assertFalse(lease.isOver());
        clock.turn(Lease.QUESTION_TIMEOUT);
        assertFalse(lease.isOver());
        clock.turn(Lease.DURATION);
        assertTrue(lease.isOver());
    }
}
