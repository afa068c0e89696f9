package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries that fail before they are sent. */
final class LatestTest {

    @Test
    void failedQueryIsReported() {
        List<String> problems = new ArrayList<>();
        new Latest(Runnable::run, (_, task) -> task.run())
                .ask(
                        () -> {
                            throw new StackOverflowError("too deep");
                        },
                        _ -> fail("there is no answer"),
                        problems::add);
        assertEquals(List.of("too deep"), problems);
    }
}
