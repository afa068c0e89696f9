package coderbased.fx.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of texts that are too long for one message. */
final class TextPartsTest {

    private static final String FAMILY = "👩‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ä",
                "漢",
                "😀",
                FAMILY,
                "e\u0301",
                "word ",
                "A sentence. ",
                "Line\n",
                "Two.\n\n",
                "สวัสดี",
                "🇩🇪"
            })
    void partsFitAndHoldTheWholeText(String unit) {
        String text = unit.repeat(3 * Protocol.MAX_TEXT_BYTES / unit.length());
        List<String> parts = TextParts.of(text);
        StringBuilder together = new StringBuilder();
        for (String part : parts) {
            assertTrue(part.getBytes(StandardCharsets.UTF_8).length <= Protocol.MAX_TEXT_BYTES);
            together.append(part);
        }
        assertEquals(text.replaceAll("\\s", ""), together.toString().replaceAll("\\s", ""));
        if (unit.isBlank() || !unit.contains(" ") && !unit.contains("\n") && !unit.equals("สวัสดี")) {
            parts.forEach(part -> assertEquals("", part.replace(unit, ""), "a character was cut"));
        }
    }

    @Test
    void cutIsBetweenParagraphsElseSentencesElseWords() {
        String first = "First one. ".repeat(500).strip();
        assertEquals(List.of(first, first), TextParts.of(first + "\n\n" + first));
        TextParts.of("One two three. ".repeat(1_000)).forEach(part -> assertTrue(part.endsWith("three."), part));
        TextParts.of("word ".repeat(3_000))
                .forEach(part -> assertTrue(part.endsWith("word") && part.startsWith("word")));
    }

    @Test
    void characterLongerThanAMessageIsCutWithoutEnd() {
        String monster = "e" + "\u0301".repeat(Protocol.MAX_TEXT_BYTES);
        assertEquals(monster, String.join("", TextParts.of(monster)));
    }

    @Test
    void excessIsCountedInCharactersAsPeopleSeeThem() {
        assertEquals(3, TextParts.over("a".repeat(Protocol.MAX_TEXT_BYTES) + FAMILY.repeat(3)));
        assertEquals(1, TextParts.over("ä".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1)));
        assertEquals(
                "Too long for one message by 1 character.",
                TextLimit.problem("ä".repeat(Protocol.MAX_TEXT_BYTES / 2 + 1)));
        assertEquals("", TextLimit.problem("ä".repeat(Protocol.MAX_TEXT_BYTES / 2)));
    }
}
