package coderbased.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private final Messages messages = Messages.of(MessagesTest.class);

    @AfterEach
    void backToEnglish() {
        Messages.use(Locale.ENGLISH);
    }

    @Test
    void argumentsHaveNamesAndTheTextChoosesThePlural() {
        assertEquals("Hello", messages.text("greeting"));
        assertEquals("You left", messages.text("choice", "mine", true, "who", "Ada"));
        assertEquals("Ada left", messages.text("choice", "mine", false, "who", "Ada"));
        assertEquals("No one in Rome", messages.text("count", "count", 0, "place", "Rome"));
        assertEquals("1 person in Rome", messages.text("count", "place", "Rome", "count", 1));
        assertEquals("1,234 people in {x}", messages.text("count", "count", 1234, "place", "{x}"));
    }

    @Test
    void sentenceRunsInItsOwnDirectionWhateverNameItBeginsWith() {
        assertEquals("\u200Eעומר left", messages.text("choice", "mine", false, "who", "עומר"));
        assertEquals("You left", messages.text("choice", "mine", true, "who", "עומר"));
        assertEquals("No one in רומא", messages.text("count", "count", 0, "place", "רומא"));
    }

    @Test
    void apostrophesAndQuotedBracesAreText() {
        assertEquals("It's the system's {argument} # 100%", messages.text("quoted"));
    }

    @Test
    void missingKeyIsNamed() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> messages.text("nothing"));
        assertTrue(e.getMessage().contains("nothing"), e.getMessage());
    }

    @Test
    void missingAndUnknownArgumentsAreNamed() {
        assertThrows(IllegalArgumentException.class, () -> messages.text("count", "count", 1));
        assertThrows(IllegalArgumentException.class, () -> messages.text("greeting", "name", "Ada"));
        assertThrows(IllegalArgumentException.class, () -> messages.text("count", "count", 1, "town", "Rome"));
    }

    @Test
    void classWithoutABundleIsRefused() {
        assertThrows(MissingResourceException.class, () -> Messages.of(Test.class));
    }

    @Test
    void languageChangesWhileTheProgramRuns() {
        assertEquals("Hello", messages.text("greeting"));
        Messages.use(Messages.PSEUDO);
        assertEquals("[Ĥéļļö~~]", messages.text("greeting"));
        Messages.use(Locale.ENGLISH);
        assertEquals("Hello", messages.text("greeting"));
        Messages.use(Locale.GERMAN);
        assertEquals("Hello", messages.text("greeting"), "without German texts, the English ones are shown");
    }

    @Test
    void pseudoLanguageLeavesOnlyTheArgumentsPlain() {
        Messages.use(Messages.PSEUDO);
        String text = messages.text("count", "count", 2, "place", "Rome");
        assertTrue(text.startsWith("[2 þéöþļé îñ Rome~"), text);
        assertTrue(text.endsWith("]"), text);
        assertFalse(text.replace("Rome", "").matches(".*[A-Za-z].*"), text);
        assertTrue(
                messages.text("quoted").startsWith("[Îţ'š ţĥé šýšţéɱ'š {argument} # 100%~"), messages.text("quoted"));
    }

    @Test
    void bundleForLibrariesHoldsTheSentencesWithoutArguments() {
        assertEquals("Hello", messages.bundle().getString("greeting"));
        assertFalse(messages.bundle().containsKey("nothing"));
        Messages.use(Messages.PSEUDO);
        assertEquals("[Ĥéļļö~~]", messages.bundle().getString("greeting"));
    }

    @Test
    void manyThreadsReadTheSameSentence() {
        List<CompletableFuture<String>> readers = IntStream.range(0, 200)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> messages.text("count", "count", 2, "place", "number " + i)))
                .toList();
        for (int i = 0; i < readers.size(); i++) {
            assertEquals("2 people in number " + i, readers.get(i).join());
        }
    }
}
