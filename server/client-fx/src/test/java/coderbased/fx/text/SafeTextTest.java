package coderbased.fx.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void nameCannotReorderTheTextAroundIt() {
        assertEquals("Adagpj.exe", SafeText.name("Ada\u202Egpj.exe\u2066"));
    }

    @Test
    void aNameStaysOnOneLine() {
        assertEquals("Ada Your session has ended", SafeText.name("Ada\n\n\u2028 Your session\thas ended\u0007"));
    }

    @Test
    void emptyNameGetsAPlaceholder() {
        assertEquals("(no name)", SafeText.name(" \u200E\n "));
        for (String blank : List.of("\u3164", "\u2800", "\u00A0", "\uFE0F", "\u115F")) {
            assertEquals("(no name)", SafeText.name(blank));
            assertEquals("file", SafeText.fileName(blank));
        }
    }

    @Test
    void longNameEndsInDotsAndInAWholeCharacter() {
        String name = SafeText.name("😀".repeat(200));
        assertEquals("😀".repeat(80) + "…", name);
    }

    @Test
    void messageKeepsItsLinesAndLetters() {
        assertEquals("one\n\ttwo שלום 😀", SafeText.message("one\r\n\ttwo שלום 😀\u202E\u0000"));
    }

    @Test
    void aPreviewIsOneLine() {
        assertEquals("one two three", SafeText.preview(" one\ntwo\n\n three "));
        assertEquals("x".repeat(200), SafeText.preview("x".repeat(200)));
        assertEquals("\uD83D\uDC4B".repeat(200) + "…", SafeText.preview("\uD83D\uDC4B".repeat(2_000)));
    }
}
