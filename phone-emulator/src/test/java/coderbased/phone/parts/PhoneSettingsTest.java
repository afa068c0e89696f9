package coderbased.phone.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneSettingsTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aProfile() {
        file = folder.resolve("phone").resolve("settings.properties");
    }

    @Test
    void settingsSurviveARestart() {
        PhoneSettings settings = PhoneSettings.in(new SettingsFile(file));
        settings.server().set(URI.create("https://chat.example.org"));
        settings.theme().set(ThemeChoice.DARK);
        settings.camera().set(new CameraChoice.Webcam("Desk"));
        settings.mirrored().set(false);
        settings.sound().set(true);

        PhoneSettings next = PhoneSettings.in(new SettingsFile(file));
        assertEquals(URI.create("https://chat.example.org"), next.server().get());
        assertEquals(ThemeChoice.DARK, next.theme().get());
        assertEquals(new CameraChoice.Webcam("Desk"), next.camera().get());
        assertFalse(next.mirrored().get());
        assertTrue(next.sound().get());
    }

    @Test
    void missingFileMeansDefaultsAndNothingIsWritten() {
        PhoneSettings settings = PhoneSettings.in(new SettingsFile(file));
        assertEquals(PhoneSettings.DEFAULT_SERVER, settings.server().get());
        assertFalse(settings.sound().get(), "a phone is silent until it is asked not to be");
        assertFalse(Files.exists(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"theme=purple", "server=ftp://x", "camera=", "theme=\\u12"})
    void unreadableFileIsSetAsideAndKept(String content) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        SettingsFile settingsFile = new SettingsFile(file);
        assertEquals(ThemeChoice.SYSTEM, PhoneSettings.in(settingsFile).theme().get());
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        assertEquals(content, Files.readString(aside));
        assertTrue(settingsFile.trouble().get().contains(aside.toString()));
        SettingsFile next = new SettingsFile(file);
        PhoneSettings.in(next);
        assertEquals("", next.trouble().get(), "said once");
    }
}
