package coderbased.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames of Motion JPEG, which leave out the tables that every decoder is expected to know. */
class JpegTablesTest {

    @TempDir
    private Path folder;

    @Test
    void pictureWithoutTablesLooksTheSameWithThem() throws Exception {
        byte[] whole = jpeg();
        byte[] bare = withoutTables(whole);
        assertThrows(IOException.class, () -> ImageIO.read(new ByteArrayInputStream(bare)));
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(JpegTables.complete(bare)));
        assertArrayEquals(pixels(ImageIO.read(new ByteArrayInputStream(whole))), pixels(shown));
    }

    @Test
    void completePictureIsNotChanged() throws Exception {
        byte[] whole = jpeg();
        assertSame(whole, JpegTables.complete(whole));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00ff\u00d8", "\u00ff\u00d8\u00ff", "\u00ff\u00d8\u00ff\u00c0\u00ff\u00ff", "GIF89a"})
    void damagedPictureIsNotChanged(String bytes) {
        byte[] damaged = bytes.getBytes(StandardCharsets.ISO_8859_1);
        assertSame(damaged, JpegTables.complete(damaged));
    }

    @Test
    void fileWithoutTablesGetsAPreview() throws Exception {
        Path file = Files.write(folder.resolve("frame.jpg"), withoutTables(jpeg()));
        assertEquals(200, SmallPictures.preview(file).orElseThrow().width());
        assertTrue(SmallPictures.jpeg(file, 100).isPresent());
    }

    private static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 100; j++) {
                picture.setRGB(i, j, new Color(i, 2 * j, (i * j) % 256).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] withoutTables(byte[] jpeg) {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        bare.write(jpeg, 0, 2);
        int at = 2;
        while ((jpeg[at + 1] & 0xFF) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
            if ((jpeg[at + 1] & 0xFF) != 0xC4) {
                bare.write(jpeg, at, length);
            }
            at += length;
        }
        bare.write(jpeg, at, jpeg.length - at);
        return bare.toByteArray();
    }
}
