package coderbased.herd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.Gate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Thousands of devices come at once; what holds for them is what the product promises to a herd. */
final class HerdTest {

    private static final int DEVICES = 2_100;
    private static final int NODES = 3;
    private static final long SEED = 1;

    /** A pace that serves less in two seconds than may be on its way in any case. */
    private static final Pace SLOW = Pace.of(600, 60);

    private static final Pace QUICK = Pace.of(2_000, 400);

    @Test
    void devicesOfALostNodeReturnAtTheOthersPace() {
        Herd herd = herd(SLOW, Herd.Manners.AS_BUILT);
        Tally tally = herd.losesItsNode();
        assertKept(herd, tally, Gate.CONCURRENT_RESUMES);
        long atBest = DEVICES / NODES / 60;
        long last = tally.back(100).orElseThrow().toSeconds();
        assertTrue(last >= atBest && last < 5 * atBest, "the last is back after " + last + " s");
    }

    @Test
    void admissionsUnderWayGrowWithThePaceOnly() {
        Herd herd = new Herd(3 * DEVICES, NODES, QUICK, Herd.Manners.AS_BUILT, SEED);
        Tally tally = herd.losesItsNode();
        assertKept(herd, tally, 1_200);
        assertTrue(herd.mostResuming() > Gate.CONCURRENT_RESUMES, "more are let in where they are served quickly");
    }

    @Test
    void rejectedDevicesReturn() {
        Herd herd = herd(QUICK, Herd.Manners.AS_BUILT);
        assertKept(herd, herd.isSentAway(), Gate.CONCURRENT_RESUMES);
    }

    @Test
    void devicesOfALostRegionReturnElsewhere() {
        Herd herd = herd(QUICK, Herd.Manners.AS_BUILT);
        Duration elsewhere = Duration.ofSeconds(30);
        Tally tally = herd.losesItsRegion(elsewhere);
        assertKept(herd, tally, Gate.CONCURRENT_RESUMES);
        assertTrue(
                tally.back(1).orElseThrow().compareTo(elsewhere) > 0,
                "nobody is back before the address leads elsewhere");
    }

    @Test
    void withoutAdmissionControlManyMoreAreUnderWay() {
        Herd herd = new Herd(2 * DEVICES, NODES, SLOW, Herd.Manners.NO_TURNSTILE, SEED);
        herd.losesItsNode();
        assertTrue(herd.mostResuming() > 2 * Gate.CONCURRENT_RESUMES, herd.mostResuming() + " on their way");
    }

    @Test
    void theSameSeedRepeatsTheRun() {
        Tally one = herd(QUICK, Herd.Manners.AS_BUILT).losesItsNode();
        Tally other = herd(QUICK, Herd.Manners.AS_BUILT).losesItsNode();
        assertEquals(one.back(100), other.back(100));
        assertEquals(one.attemptsEach(), other.attemptsEach());
    }

    private static Herd herd(Pace pace, Herd.Manners manners) {
        return new Herd(DEVICES, NODES, pace, manners, SEED);
    }

    private static void assertKept(Herd herd, Tally tally, int resuming) {
        assertEquals(0, herd.away(), "everybody is back");
        assertTrue(herd.mostResuming() <= resuming, herd.mostResuming() + " on their way at once");
        assertTrue(tally.mostOfOneDevice() <= 12, "one device tried " + tally.mostOfOneDevice() + " times");
    }
}
