package coderbased.fx.compose;

import coderbased.fx.TemporaryFile;
import java.io.IOException;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;

/** Picture from the clipboard, which has no file yet. */
final class PastedPicture {

    private PastedPicture() {}

    /** Writes it to a temporary file, which is deleted when the program ends. Blocks. */
    static Path write(Image picture) throws IOException {
        Path file = TemporaryFile.named("picture.png");
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
        return file;
    }
}
