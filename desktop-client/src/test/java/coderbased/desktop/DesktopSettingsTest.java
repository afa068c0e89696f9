package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.fx.ThemeChoice;
import coderbased.fx.notify.Privacy;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesktopSettingsTest {

    private static final DesktopSettings ALL = new DesktopSettings(
            URI.create("https://chat.example.org"),
            ThemeChoice.DARK,
            new WindowPlace(10, 20, 800, 600),
            275,
            new ChatHabits(Privacy.NAME, true, false));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("deep/settings.properties");
    }

    @Test
    void missingFileMeansDefaults() {
        assertEquals(DesktopSettings.DEFAULT, DesktopSettings.in(new SettingsFile(file())));
    }

    @Test
    void soundIsOffByDefault() {
        assertFalse(DesktopSettings.DEFAULT.habits().sound());
    }

    @Test
    void savedSettingsAreLoaded() {
        ALL.save(new SettingsFile(file()));
        assertEquals(ALL, DesktopSettings.in(new SettingsFile(file())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "theme=purple",
                "server=ftp://x",
                "server=\\u12",
                "window.x=left",
                "window.x=1",
                "notifications=loud",
                "list.width=wide"
            })
    void whatCannotBeReadIsSetAsideNotLost(String content) throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), content);
        SettingsFile store = new SettingsFile(file());
        assertEquals(DesktopSettings.DEFAULT, DesktopSettings.in(store));
        Path aside = file().resolveSibling(file().getFileName() + ".unreadable");
        assertEquals(content, Files.readString(aside));
        assertTrue(
                store.trouble().get().endsWith(" are kept in " + aside + "."),
                store.trouble().get());

        ALL.save(store);
        assertEquals(ALL, DesktopSettings.in(new SettingsFile(file())));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no such links")
    void unreadableFileIsKeptAndReported() throws Exception {
        Files.createDirectories(file().getParent());
        Files.createSymbolicLink(file(), file().getFileName()); // too many levels of links: cannot be read by anybody
        SettingsFile store = new SettingsFile(file());
        assertEquals(DesktopSettings.DEFAULT, DesktopSettings.in(store));
        ALL.save(store);
        assertTrue(Files.isSymbolicLink(file()));
        assertTrue(store.trouble().get().contains("is left unchanged"));
    }

    @Test
    void settingsThatCannotBeSavedAreReportedOnce() throws Exception {
        Files.writeString(folder.resolve("blocked"), "a file where a folder is needed");
        SettingsFile store = new SettingsFile(folder.resolve("blocked").resolve("desktop.properties"));
        ALL.save(store);
        assertTrue(
                store.trouble().get().startsWith("Your settings cannot be saved in "),
                store.trouble().get());
        store.dismissTrouble();
        ALL.save(store);
        assertEquals("", store.trouble().get());
    }

    @Test
    void goodFileIsNotSetAside() {
        ALL.save(new SettingsFile(file()));
        SettingsFile store = new SettingsFile(file());
        DesktopSettings.in(store);
        assertEquals("", store.trouble().get());
    }

    @Test
    void saveLeavesNoOtherFile() throws Exception {
        ALL.save(new SettingsFile(file()));
        try (var files = Files.list(file().getParent())) {
            assertEquals(1, files.count());
        }
        assertTrue(Files.exists(file()));
        assertFalse(Files.readString(file()).isBlank());
    }
}
