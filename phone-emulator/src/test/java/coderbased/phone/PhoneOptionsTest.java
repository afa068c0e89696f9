package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.phone.parts.PhoneSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class PhoneOptionsTest {

    @TempDir
    Path folder;

    @Test
    void commandLineIsUsedAndSaved() {
        PhoneOptions options = parsed(
                "--server", "localhost:7171", "--theme", "dark", "--camera", "screen", "--data", folder.toString());
        SettingsFile file = new SettingsFile(options.folder().path().resolve("settings.properties"));
        PhoneSettings settings = options.settings(file);
        assertEquals("http://localhost:7171", settings.server().get().toString());
        assertEquals(ThemeChoice.DARK, settings.theme().get());
        assertEquals(new CameraChoice.Screen(), settings.camera().get());
        assertEquals(folder.resolve("default"), options.folder().path());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--theme purple | system, light or dark",
                "--camera http:// | MJPEG",
                "--server ftp://x | https://",
                "--colour red | --colour"
            })
    void whatIsRefusedSaysWhatIsAllowed(String line, String allowed) {
        ParameterException refused = assertThrows(ParameterException.class, () -> parsed(line.split(" ")));
        assertTrue(refused.getMessage().contains(allowed), refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--server | http://\u2026",
                "--server | http://",
                "--server | http://chat.example.org",
                "--theme | \u2026",
                "--camera | http://\u2026:x",
                "--camera | http://camera:99999/",
                "--data | 'a\0b'",
            })
    void refusalIsInPlainWords(String option, String value) {
        ParameterException refused = assertThrows(ParameterException.class, () -> parsed(option, value));
        assertFalse(refused.getMessage().matches("(?s).*(java\\.|Exception|cannot convert).*"), refused.getMessage());
        assertTrue(refused.getMessage().contains(option), refused.getMessage());
    }

    @Test
    void refusedCameraAddressKeepsItsPassword() {
        ParameterException refused =
                assertThrows(ParameterException.class, () -> parsed("--camera", "http://admin:s3cret@cam:99999/"));
        assertFalse(refused.getMessage().contains("s3cret"), refused.getMessage());
    }

    @Test
    void helpNamesEverySetting() {
        String help = new PhoneOptions().commandLine().getUsageMessage();
        for (String option : new String[] {"--server", "--profile", "--theme", "--camera", "--data", "--help"}) {
            assertTrue(help.contains(option), option);
        }
    }

    private static PhoneOptions parsed(String... args) {
        PhoneOptions options = new PhoneOptions();
        options.commandLine().parseArgs(args);
        return options;
    }
}
