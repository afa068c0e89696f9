package coderbased.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.testing.Eventually;
import coderbased.testing.TurnedPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp"})
    void picturesAreUpright(String kind) throws IOException {
        for (int orientation = 1; orientation <= 8; orientation++) {
            byte[] bytes = TurnedPicture.of(kind, orientation);
            Path file = Files.write(folder.resolve("photo"), bytes);
            boolean turned = orientation > 4;
            for (int side : new int[] {40, 4_000}) {
                Image image = Pictures.read(file, side, side);
                assertEquals(TurnedPicture.corners(orientation), corners(image), kind + " " + orientation);
                assertEquals(turned, image.getHeight() > image.getWidth());
            }
            if (!kind.equals("webp")) {
                Image preview = Objects.requireNonNull(
                        Pictures.preview(Base64.getEncoder().encodeToString(bytes)));
                assertEquals(TurnedPicture.corners(orientation), corners(preview), kind + " " + orientation);
            }
        }
    }

    @Test
    void avatarsAreUpright() throws Exception {
        Path file = Files.write(folder.resolve("face"), TurnedPicture.of("jpg", 6));
        CompletableFuture<Image> shown = new CompletableFuture<>();
        Platform.runLater(() -> AvatarImages.load(file, shown::complete));
        assertEquals(TurnedPicture.corners(6), corners(Eventually.answered(shown)));
        CompletableFuture<Image> again = new CompletableFuture<>();
        Platform.runLater(() -> AvatarImages.load(file, again::complete));
        assertSame(shown.join(), Eventually.answered(again));
    }

    @Test
    void pictureThatClaimsTooManyPixelsIsNotDecoded() throws Exception {
        byte[] png = TurnedPicture.of("png", 1);
        // Width and height of the header (PNG section 11.2.1).
        System.arraycopy(HexFormat.of().parseHex("0000753000007530"), 0, png, 16, 8);
        Path file = Files.write(folder.resolve("face"), png);
        assertThrows(IOException.class, () -> Pictures.read(file, 192, 192));
    }

    private static String corners(Image image) {
        return TurnedPicture.corners(SwingFXUtils.fromFXImage(image, null));
    }

    @Test
    void fileThatIsNoPictureIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("a.webp"), "RIFF0000WEBPVP8 nothing");
        assertThrows(IOException.class, () -> Pictures.read(file, 100, 100));
    }
}
