package coderbased;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnotsTest {

    private static final Map<String, Set<String>> USES = Map.of(
            "a", Set.of("b", "e"),
            "b", Set.of("c"),
            "c", Set.of("a", "d"),
            "d", Set.of("e"),
            "e", Set.of("d"));

    @Test
    void aCycleOfThreeIsFound() {
        assertEquals(List.of(Set.of("a", "b", "c")), Knots.of(USES, 2));
    }

    @Test
    void aCycleOfTwoIsFoundIfAskedFor() {
        assertEquals(Set.of(Set.of("a", "b", "c"), Set.of("d", "e")), Set.copyOf(Knots.of(USES, 1)));
    }
}
