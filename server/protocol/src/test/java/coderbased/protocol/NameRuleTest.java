package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, look-alikes of names, and names that cannot be seen. */
final class NameRuleTest {

    /** Joiners, variation selectors and tags: the ignorable code points that may stand in a name somewhere. */
    private static final Pattern CONTEXTUAL =
            Pattern.compile("[\\u180B-\\u180F\\u200C\\u200D\\uFE00-\\uFE0F\\x{E0020}-\\x{E007F}\\x{E0100}-\\x{E01EF}]");

    static List<String> good() {
        return List.of(
                "Ada",
                "A",
                "?",
                "Åsa Ö",
                "O'Neill-Smith, Jr.",
                "Ада Лавлейс",
                "愛",
                "山田\u3000太郎",
                "葛城",
                "☎\uFE0F",
                "김철수",
                "\u1112\u1161\u11AB",
                "می\u200Cخواهم",
                "क्\u200Dष",
                "क्\u200Cष हिन्दी",
                "ශ්\u200Dරී",
                "ಕ್ಷ",
                "สมชาย ที่",
                "שָׁלוֹם",
                "مُحَمَّد",
                "Nguyễn Thị",
                "👨\u200D👩\u200D👧\u200D👦",
                "👩🏽\u200D🔬 Ada",
                "🏳\uFE0F\u200D🌈",
                "🇩🇪 🇯🇵",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F",
                "1\uFE0F\u20E3",
                "❤\uFE0F",
                "👍🏽",
                "🦊".repeat(64));
    }

    static List<String> bad() {
        return List.of(
                "",
                " ",
                "\u3000",
                "\u3164",
                "\uFFA0",
                "\u2800",
                "\u00A0",
                "\u034F",
                "\uFE0F",
                "\u115F",
                "\u115F\u1160",
                "\u200D",
                "\u0301",
                " \u0301",
                "Ada\u3164",
                "Ada\u2800Bob",
                "Ada\u00A0Bob",
                "Ada\u200DBob",
                "Ada\u200CBob",
                "Ada\uFE0F",
                "1\uFE0F",
                "Ada\u200B",
                "\u202EadA",
                "Ada\u2066",
                "Ada\u00AD",
                "Ada\nBob",
                "Ada\u2028Bob",
                "Ada\u0000",
                "Ada\uE000",
                "Ada\uFFFC",
                "Ada \u0301",
                "Ada\uDB40\uDC67\uDB40\uDC7F",
                "🏴\uDB40\uDC67",
                "👩\u200D",
                "王\uDB40\uDD00",
                "王\uFE00",
                "🦊\uFE0F",
                "❤\uFE0E",
                "\uD80D\uDC41",
                "Ada\uD80D\uDC42",
                "Ada\uD80D\uDC40",
                "ⵣ\u2D7F",
                "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC75\uDB40\uDC7F",
                "🏴\uDB40\uDC61\uDB40\uDC62\uDB40\uDC63\uDB40\uDC7F",
                "a" + "\u0300\u0316".repeat(3),
                "Z\u0351\u036B\u0343\u036A\u0302\u036Balgo",
                "half \uD83D",
                "x".repeat(65));
    }

    @ParameterizedTest
    @MethodSource
    void good(String name) {
        assertEquals(Optional.empty(), NameRule.problem(name));
        assertEquals(Optional.empty(), NameRule.problem("  " + name + " "), "blanks around it do not count");
    }

    @ParameterizedTest
    @MethodSource
    void bad(String name) {
        String problem = NameRule.problem(name).orElseThrow().message();
        assertTrue(problem.endsWith(".") && problem.contains("name"), problem);
    }

    @Test
    void tidyNameDiffersFromTheTypedOneInBlanksAndCompositionOnly() {
        assertEquals("Åda", NameRule.tidy("A\u030Ada"));
        assertEquals("one line", NameRule.tidy(" one   line\n"));
        assertEquals("\u202EAda\u200B", NameRule.tidy("\u202EAda\u200B"), "what is refused is not changed");
        good().forEach(name -> assertEquals(
                name.codePoints().filter(c -> c == 0x200D).count(),
                NameRule.tidy(name).codePoints().filter(c -> c == 0x200D).count()));
    }

    @Test
    void noCodePointThatIsInvisibleIsANameOrHidesInOne() {
        List<String> passed = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .parallel()
                .filter(NameRuleTest::isInvisible)
                .mapToObj(Character::toString)
                .filter(one -> NameRule.problem(one).isEmpty()
                        || NameRule.problem(one + one).isEmpty()
                        || NameRule.problem("a" + one + "b").isEmpty())
                .filter(one -> !one.equals("\u0020") && !one.equals("\u3000"))
                .map(one -> Integer.toHexString(one.codePointAt(0)))
                .toList();
        assertEquals(List.of(), passed);
    }

    @Test
    void invisibleCodePointIsNotVisible() {
        assertTrue(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(NameRuleTest::isInvisible)
                .noneMatch(one -> NameRule.isVisible(Character.toString(one))));
        assertFalse(NameRule.isVisible("\u3164\u00A0\uFE0F\u2800"));
        assertTrue(NameRule.isVisible("\u202Efdp.exe"));
    }

    /** Blanks, controls, format characters, and what the Unicode Character Database lists as ignorable beside them. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default ->
                IntStream.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0)
                                .anyMatch(one -> one == codePoint)
                        || CONTEXTUAL.matcher(Character.toString(codePoint)).matches();
        };
    }
}
