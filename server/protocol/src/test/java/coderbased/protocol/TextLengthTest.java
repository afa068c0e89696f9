package coderbased.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @CsvSource({"'',0", "abc,3", "été,3", "e\u0301t,2", "👨‍👩‍👧‍👦👍🏽,2", "今天,2", "שָׁלוֹם,4", "🇩🇪🇫🇷,2"})
    void characterIsWhatAPersonSees(String text, int characters) {
        assertEquals(characters, TextLength.of(text));
    }

    @Test
    void excessIsCountedInCharactersWhateverTheUnitOfTheLimit() {
        assertEquals(0, TextLength.over("今天晚", 9, TextLength::bytes));
        assertEquals(2, TextLength.over("今天晚上湖", 9, TextLength::bytes));
        assertEquals(2, TextLength.over(FAMILY.repeat(3), FAMILY.length() + 5, String::length));
        assertEquals(1, TextLength.over("a" + FAMILY, 5, TextLength::bytes), "half an emoji does not fit");
    }

    @Test
    void nameIsTooLongByCharacters() {
        assertEquals("This name is too long by 1 characters.", problem("x".repeat(65)));
        assertEquals("This name is too long by 2 characters.", problem(FAMILY.repeat(11)));
    }

    private static String problem(String name) {
        return NameRule.problem(name).orElseThrow().message();
    }
}
