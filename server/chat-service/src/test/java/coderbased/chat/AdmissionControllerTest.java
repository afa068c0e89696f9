package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AdmissionController.Later;
import coderbased.chat.AdmissionController.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A herd before the door. The clock is turned by hand, and starts far from nothing, as the machine's may. */
final class AdmissionControllerTest {

    private static final int LEAST = 200;
    private static final long MILLI = 1_000_000;

    private long now = -5_000 * MILLI;
    private final AdmissionController turnstile = new AdmissionController(LEAST, new Random(1), now);

    @Test
    void aFewAtATimeAreNeverKeptWaiting() {
        for (int i = 0; i < 10_000; i++) {
            turn().caughtUp();
        }
    }

    @Test
    void beforeAnythingIsMeasuredTheOthersAreGivenTimesOneAfterTheOther() {
        letIn(LEAST);
        List<Long> times = IntStream.range(0, 100).mapToObj(i -> later()).toList();
        for (int i = 1; i < times.size(); i++) {
            assertEquals(1_000 / 150.0, times.get(i) - times.get(i - 1), 1, "150 a second: " + times);
        }
    }

    @Test
    void whoeverIsThroughOrGoneMakesRoomOnce() {
        List<Turn> in = letIn(LEAST);
        later();
        in.getFirst().caughtUp();
        in.getFirst().gone();
        in.getLast().gone();
        letIn(2);
        later();
    }

    @Test
    void theOthersComeHalfAsFastAgainAsTheyAreServed() {
        List<Turn> in = letIn(LEAST);
        for (int second = 0; second < 8; second++) {
            later();
            for (int i = 0; i < 12; i++) {
                in.removeFirst().caughtUp();
                in.addLast(turn());
            }
            pass(1_000);
        }
        long first = later();
        assertEquals(1_000 / 18.0, later() - first, 4, "eighteen a second, or nearly, where twelve are served");
    }

    @Test
    void theQuickerTheyAreServedTheMoreAreLetInAndNeverFewerThanTheLeast() {
        List<Turn> in = letIn(LEAST);
        for (int second = 0; second < 6; second++) {
            for (int i = 0; i < 500; i++) {
                in.removeFirst().caughtUp();
                in.addLast(turn());
            }
            fill(in);
            pass(1_000);
        }
        assertEquals(1_000, in.size(), 30);
        fill(in);
        for (int second = 0; second < 3; second++) {
            later();
            pass(1_000);
        }
        in.forEach(Turn::gone);
        letIn(LEAST);
        later();
    }

    @Test
    void whoIsNeverThroughDoesNotStandInTheWayForEver() {
        letIn(LEAST);
        pass(9_000);
        later();
        pass(2_000);
        letIn(LEAST);
    }

    @Test
    void nobodyIsToldToComeBackLaterThanInHalfAMinute() {
        letIn(LEAST);
        List<Long> times = IntStream.range(0, 50_000).mapToObj(i -> later()).toList();
        times.forEach(millis -> assertTrue(millis >= 500 && millis <= 30_500, millis + " ms"));
        List<Long> spread = times.subList(45_000, 50_000);
        assertTrue(spread.stream().anyMatch(millis -> millis < 9_000), "some come soon: more may be served by then");
        assertTrue(spread.stream().anyMatch(millis -> millis > 29_000), "and some late: not all come at once");
    }

    private List<Turn> letIn(int count) {
        List<Turn> in = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            in.add(turn());
        }
        return in;
    }

    private void fill(List<Turn> in) {
        while (turnstile.enter(now) instanceof Turn more) {
            in.addLast(more);
        }
    }

    private Turn turn() {
        return assertInstanceOf(Turn.class, turnstile.enter(now));
    }

    private long later() {
        return assertInstanceOf(Later.class, turnstile.enter(now))
                .comeBackAfter()
                .toMillis();
    }

    private void pass(long millis) {
        now += millis * MILLI;
        turnstile.look(now);
    }
}
