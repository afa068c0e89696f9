package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveDialogTest {

    @TempDir
    private Path home;

    private Path settings;

    @BeforeEach
    void homeHasSettings() throws Exception {
        settings = Files.createDirectory(home.resolve(".config")).resolve("user-dirs.dirs");
    }

    @Test
    void folderForDownloadsIsTheUsualOne() throws Exception {
        Path downloads = Files.createDirectory(home.resolve("Downloads"));
        assertEquals(downloads, SaveDialog.downloads(home));
    }

    @Test
    void folderForDownloadsHasThePersonsOwnName() throws Exception {
        Path downloads = Files.createDirectory(home.resolve("Téléchargements"));
        Files.writeString(settings, "# folders\nXDG_DOWNLOAD_DIR=\"$HOME/Téléchargements\"\n");
        assertEquals(downloads, SaveDialog.downloads(home));
    }

    @Test
    void homeStandsInForAFolderThatIsMissing() throws Exception {
        Files.writeString(settings, "XDG_DOWNLOAD_DIR=\"/no/such/folder\"\n");
        assertEquals(home, SaveDialog.downloads(home));
    }
}
