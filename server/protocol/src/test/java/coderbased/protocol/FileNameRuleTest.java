package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FileNameRuleTest {

    static List<String> good() {
        return List.of(
                "a.txt",
                "CON",
                "-rf",
                ".profile",
                "Ü mlaut.pdf",
                "U\u0308.pdf",
                "山田\u3000太郎.doc",
                "👩🏽\u200D🔬.png",
                "x".repeat(Protocol.MAX_FILE_NAME_CHARS));
    }

    static List<String> bad() {
        return List.of(
                "",
                ".",
                "..",
                "a/b",
                "a\\b",
                "photo\u202Egpj.exe",
                "x\u2066y",
                "a\u200B.txt",
                "a\u00A0b",
                "a" + "\u0301".repeat(50),
                "invoice.pdf" + "\u3000".repeat(100) + ".exe",
                "invoice.pdf" + " ".repeat(100) + ".exe",
                " a",
                "a ",
                "\u0301a",
                "a\u0000",
                "a\nb",
                "half \uD83D",
                "\u3164",
                "x".repeat(Protocol.MAX_FILE_NAME_CHARS + 1));
    }

    @ParameterizedTest
    @MethodSource
    void good(String name) {
        assertEquals(Optional.empty(), FileNameRule.problem(name));
        assertEquals(name, FileNameRule.repaired(name));
    }

    @ParameterizedTest
    @MethodSource
    void bad(String name) {
        String problem = FileNameRule.problem(name).orElseThrow().message();
        assertTrue(problem.endsWith(".") && problem.contains("name"), problem);
        assertEquals(Optional.empty(), FileNameRule.problem(FileNameRule.repaired(name)), FileNameRule.repaired(name));
    }
}
