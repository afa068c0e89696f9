package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.ThemeChoice;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
