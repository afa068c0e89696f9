package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemReasonTest {

    @ParameterizedTest
    @EnumSource
    void refusalCarriesItsReasonItsArgumentsAndAnEnglishText(ProblemReason reason) throws Exception {
        List<Object> given = new ArrayList<>();
        reason.arguments().forEach(name -> given.addAll(List.of(name, 17)));
        Problem problem = reason.problem(given.toArray());
        assertEquals(reason.code(), problem.code());
        assertEquals(Optional.of(reason), ProblemReason.of(String.valueOf(problem.reason())));
        assertFalse(problem.message().isBlank());
        assertFalse(problem.message().contains("{"), problem.message());
        assertEquals(problem, Wire.read(Wire.write(problem), Problem.class));
    }

    @Test
    void numbersTravelAsNumbersByTheirNames() {
        Problem full = ProblemReason.GROUP_FULL.problem("maxPeople", 64);
        assertEquals(Map.of("maxPeople", 64), full.args());
        assertEquals("A group can have at most 64 people. Make another group for the others.", full.message());
        assertEquals(
                "{\"code\":\"TOO_BIG\",\"reason\":\"GROUP_FULL\",\"args\":{\"maxPeople\":64},\"message\":\""
                        + full.message() + "\"}",
                Wire.write(full));
    }

    @Test
    void missingAndSpareArgumentsAreMistakesOfTheProgram() {
        assertThrows(IllegalArgumentException.class, () -> ProblemReason.GROUP_FULL.problem());
        assertThrows(IllegalArgumentException.class, () -> ProblemReason.GROUP_FULL.problem("max", 64));
        assertThrows(IllegalArgumentException.class, () -> ProblemReason.CODE_USED.problem("max", 64));
    }

    @Test
    void reasonOfANewerServerIsUnknown() {
        assertEquals(Optional.empty(), ProblemReason.of("MADE_LATER"));
    }
}
