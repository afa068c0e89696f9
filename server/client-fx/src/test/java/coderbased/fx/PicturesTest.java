package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** Pictures from files, at the size in which they are drawn. */
@ExtendWith(ApplicationExtension.class)
final class PicturesTest {

    /** One pixel, lossless. */
    private static final String WEBP = "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==";

    @TempDir
    private Path folder;

    @Test
    void pictureOfAKindThatJavaFxDoesNotKnowIsDrawn() throws IOException {
        Path file = Files.write(folder.resolve("a.webp"), Base64.getDecoder().decode(WEBP));
        Image image = Pictures.read(file, 100, 100);
        assertEquals(1, image.getWidth());
    }

    @Test
    void fileThatIsNoPictureIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.webp"), "RIFF0000WEBPVP8 nothing");
        assertThrows(IOException.class, () -> Pictures.read(file, 100, 100));
    }
}
