package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void aNameCannotTurnTheWordsAroundItAbout() {
        assertEquals("Adagpj.exe", SafeText.name("Ada\u202Egpj.exe\u2066"));
    }

    @Test
    void aNameStaysOnOneLine() {
        assertEquals("Ada Your session has ended", SafeText.name("Ada\n\n\u2028 Your session\thas ended\u0007"));
    }

    @Test
    void aNameOfNothingIsSaidToBeOne() {
        assertEquals("(no name)", SafeText.name(" \u200E\n "));
    }

    @Test
    void aLongNameEndsInDotsAndNeverInHalfACharacter() {
        String name = SafeText.name("😀".repeat(200));
        assertEquals("😀".repeat(80) + "…", name);
    }

    @Test
    void aMessageKeepsItsLinesAndItsLetters() {
        assertEquals("one\n\ttwo שלום 😀", SafeText.message("one\r\n\ttwo שלום 😀\u202E\u0000"));
    }

    @Test
    void aPreviewIsOneLine() {
        assertEquals("one two three", SafeText.preview(" one\ntwo\n\n three "));
    }
}
