package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.ThemeChoice;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class DesktopOptionsTest {

    private static DesktopOptions parse(String... args) {
        DesktopOptions options = new DesktopOptions();
        options.commandLine().parseArgs(args);
        return options;
    }

    @Test
    void commandLineOverridesSavedSettings() {
        DesktopSettings settings =
                parse("--server", "https://chat.example.org", "--theme", "dark").over(DesktopSettings.DEFAULT);
        assertEquals(
                DesktopSettings.DEFAULT
                        .withServer(URI.create("https://chat.example.org"))
                        .withTheme(ThemeChoice.DARK),
                settings);
        assertEquals(DesktopSettings.DEFAULT, parse().over(DesktopSettings.DEFAULT));
    }

    @Test
    void eachProfileHasItsFolder() {
        Path data = Path.of("somewhere");
        assertEquals(
                data.resolve("work"),
                parse("--data", "somewhere", "--profile", "work").folder().path());
    }

    @Test
    void aProfileCannotLeaveItsFolder() {
        DesktopOptions options = parse("--data", "somewhere", "--profile", "../other");
        assertThrows(IllegalArgumentException.class, options::folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-V", "--version"})
    void versionIsPrintedWithTheNameOfTheProgram(String option) {
        CommandLine line = new DesktopOptions().commandLine();
        assertTrue(line.parseArgs(option).isVersionHelpRequested());
        StringWriter printed = new StringWriter();
        line.printVersionHelp(new PrintWriter(printed));
        assertTrue(printed.toString().startsWith("Coderbased Chat desktop "), printed.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--sever https://chat.example.org | coderbased-desktop has no setting --sever. Did you mean --server?",
                "--server | --server needs a value. Write --server ADDRESS.",
                "--profile --theme=dark | --profile needs a value. Write --profile NAME.",
                "--theme=dark --theme=light | --theme is set twice. Set it once.",
                "--theme=purple | --theme: \"purple\" is not a theme. Use system, light or dark.",
                "https://chat.example.org | coderbased-desktop does not need so many values. Leave the last one out.",
                "--help=3 | --help: This is on or off. Set it without a value, or to true or false.",
            })
    void mistypedCommandLineIsExplained(String line, String sentence) {
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertEquals(OptionalInt.of(2), new DesktopOptions().read(line.split(" ")));
        } finally {
            System.setErr(err);
        }
        assertEquals(
                List.of(sentence, "See: coderbased-desktop --help"),
                printed.toString(StandardCharsets.UTF_8).lines().toList());
    }

    @Test
    void badOptionIsReportedWithItsAllowedValues() {
        String theme = assertThrows(ParameterException.class, () -> parse("--theme", "purple"))
                .getMessage();
        assertTrue(theme.contains("--theme") && theme.contains("light"), theme);
        String server = assertThrows(ParameterException.class, () -> parse("--server", "ftp://x"))
                .getMessage();
        assertTrue(server.contains("--server"), server);
    }
}
