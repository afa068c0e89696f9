package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PictureCameraTest {

    @TempDir
    Path folder;

    private final Watcher watcher = new Watcher();

    @AfterEach
    void givenBack() {
        watcher.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPictureOfACodeIsRead(String kind) throws Exception {
        Path file = saved("code." + kind, kind, Pictures.code("IN A FILE"));
        watch(file);
        watcher.awaitText("IN A FILE");
        assertEquals(640, watcher.awaitPreview().width());
    }

    @Test
    void transparentPictureIsDrawnOnWhite() throws Exception {
        BufferedImage code = Pictures.code("BLACK ON NOTHING");
        BufferedImage glass = new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                glass.setRGB(x, y, (code.getRGB(x, y) & 0xFFFFFF) == 0 ? 0xFF000000 : 0);
            }
        }
        watch(saved("glass.png", "png", glass));
        watcher.awaitText("BLACK ON NOTHING");
    }

    @Test
    void pictureWithoutACodeIsSearchedOnce() throws Exception {
        watch(saved("plain.png", "png", Pictures.plain(Color.BLUE)));
        watcher.awaitLooks(1);
        watcher.awaitPreview();
    }

    @Test
    void textFileIsRefused() throws Exception {
        watch(Files.writeString(folder.resolve("notes.png"), "not a picture at all"));
        watcher.awaitTrouble(CameraTrouble.NOT_A_PICTURE);
    }

    @Test
    void damagedPictureIsRefused() throws Exception {
        Path file = saved("half.png", "png", Pictures.code("CUT"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 60));
        watch(file);
        watcher.awaitTrouble(CameraTrouble.NOT_A_PICTURE);
    }

    @Test
    void missingFileIsReported() throws Exception {
        watch(folder.resolve("nowhere.png"));
        watcher.awaitTrouble(CameraTrouble.NO_FILE);
    }

    private void watch(Path file) {
        watcher.pipeline().start(new PictureCamera(file));
    }

    private Path saved(String name, String kind, BufferedImage picture) throws Exception {
        Path file = folder.resolve(name);
        ImageIO.write(picture, kind, file.toFile());
        return file;
    }
}
