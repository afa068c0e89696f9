package coderbased.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Strangers cause few lines, however often they fail. */
final class LineBudgetTest {

    private static final int FAILURES = 10_000;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LineBudget budget = new LineBudget(now::get);

    @Test
    void oneStrangerCausesFewLinesAndTheOthersAreCounted() {
        long lines = IntStream.range(0, FAILURES)
                .filter(_ -> budget.take("failed", "a").isPresent())
                .count();
        assertEquals(LineBudget.LINES_EACH, lines);
        assertEquals(OptionalLong.of(0), budget.take("failed", "b"), "another stranger has lines of their own");
        assertEquals(OptionalLong.of(0), budget.take("other", "a"), "and so has another kind");
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        assertEquals(OptionalLong.of(FAILURES - lines), budget.take("failed", "a"));
        assertEquals(OptionalLong.of(0), budget.take("failed", "a"));
    }

    @Test
    void linesOfAForgottenStrangerAreStillCounted() {
        IntStream.range(0, FAILURES).forEach(_ -> budget.take("failed", "a"));
        IntStream.range(0, FAILURES).forEach(i -> budget.take("other", "s" + i));
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        assertEquals(OptionalLong.of(FAILURES - LineBudget.LINES_EACH), budget.take("failed", "b"));
        assertEquals(OptionalLong.of(FAILURES - LineBudget.LINES_OF_ALL), budget.take("other", "b"));
    }

    @Test
    void manyStrangersCauseFewLinesTogether() {
        long lines = IntStream.range(0, FAILURES)
                .filter(i -> budget.take("failed", "s" + i).isPresent())
                .count();
        assertEquals(LineBudget.LINES_OF_ALL, lines);
    }
}
