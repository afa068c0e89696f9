package coderbased.auth.linking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckNumberTest {

    @ParameterizedTest
    @CsvSource({
        "ADAPTIVE, false, true, false",
        "ADAPTIVE, false, false, true",
        "ADAPTIVE, true, true, true",
        "ALWAYS, false, true, true",
        "NEVER, false, false, false",
        "NEVER, true, true, true",
    })
    void thePolicyDecides(LinkCheck policy, boolean typed, boolean sameNetwork, boolean asked) {
        assertEquals(
                asked,
                new CheckNumber(policy, new SecureRandom())
                        .draw(typed, sameNetwork)
                        .isPresent());
    }

    @Test
    void allNumbersOfTwoDigitsAreDrawnAndNoOthers() {
        CheckNumber always = new CheckNumber(LinkCheck.ALWAYS, new SecureRandom());
        Set<Integer> drawn = new TreeSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(Integer.valueOf(always.draw(false, true).orElseThrow()));
        }
        assertEquals(90, drawn.size());
        assertTrue(drawn.stream().allMatch(number -> number >= 10 && number <= 99), drawn.toString());
    }
}
