package coderbased.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.Protocol;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pictures from picture files, and from other files. */
final class SmallPicturesTest {

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPreviewIsSmallAndKnowsHowLargeThePictureIs(String kind) throws Exception {
        Body.Preview preview =
                SmallPictures.preview(write(kind, noise(1_600, 900))).orElseThrow();

        assertEquals(1_600, preview.width());
        assertEquals(900, preview.height());
        assertTrue(
                preview.jpeg().length() <= Protocol.MAX_PREVIEW_CHARS,
                "length " + preview.jpeg().length());
        BufferedImage shown = shown(preview);
        assertEquals(16.0 / 9, (double) shown.getWidth() / shown.getHeight(), 0.1);
    }

    @Test
    void plainPictureHasTheLargestPreview() throws Exception {
        BufferedImage shown =
                shown(SmallPictures.preview(write("png", quarters(1_000, 500))).orElseThrow());

        assertEquals(320, shown.getWidth());
        assertEquals(160, shown.getHeight());
    }

    @Test
    void tinyPictureIsNotEnlarged() throws Exception {
        BufferedImage shown =
                shown(SmallPictures.preview(write("png", quarters(16, 9))).orElseThrow());

        assertEquals(16, shown.getWidth());
    }

    @Test
    void transparencyBecomesWhite() throws Exception {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        Color shown = new Color(
                shown(SmallPictures.preview(write("png", clear)).orElseThrow()).getRGB(25, 25));

        assertTrue(shown.getRed() > 250 && shown.getGreen() > 250 && shown.getBlue() > 250, shown.toString());
    }

    /** Position of the red quarter, at the upper left in the file, after turning (Exif 2.32 section 4.6.4). */
    @ParameterizedTest
    @CsvSource({
        "1, 400, 200, 0.25, 0.25",
        "2, 400, 200, 0.75, 0.25",
        "3, 400, 200, 0.75, 0.75",
        "4, 400, 200, 0.25, 0.75",
        "5, 200, 400, 0.25, 0.25",
        "6, 200, 400, 0.75, 0.25",
        "7, 200, 400, 0.75, 0.75",
        "8, 200, 400, 0.25, 0.75",
        "9, 400, 200, 0.25, 0.25"
    })
    void aPictureStandsAsTheCameraWasHeld(int orientation, int width, int height, double x, double y) throws Exception {
        Path photo = withExif(write("jpg", quarters(400, 200)), orientation);

        Body.Preview preview = SmallPictures.preview(photo).orElseThrow();

        assertEquals(width, preview.width());
        assertEquals(height, preview.height());
        BufferedImage shown = shown(preview);
        Color there = new Color(shown.getRGB((int) (x * shown.getWidth()), (int) (y * shown.getHeight())));
        assertTrue(there.getRed() > 200 && there.getBlue() < 60, there.toString());
    }

    @Test
    void cameraMetadataIsRemoved() throws Exception {
        Path photo = withExif(write("jpg", quarters(400, 200)), 1);

        byte[] jpeg = SmallPictures.jpeg(photo, 100).orElseThrow();

        assertTrue(new String(Files.readAllBytes(photo), StandardCharsets.ISO_8859_1).contains("Exif"));
        assertTrue(!new String(jpeg, StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    @Test
    void otherFilesHaveNoPreview() throws Exception {
        byte[] png = Files.readAllBytes(write("png", quarters(100, 100)));
        byte[] huge = png.clone();
        // Largest width and height of the header (PNG section 11.2.1).
        System.arraycopy(HexFormat.of().parseHex("7fffffff7fffffff"), 0, huge, 16, 8);
        byte[] half = Arrays.copyOf(png, png.length / 2);

        for (byte[] none : new byte[][] {{}, "hello".getBytes(StandardCharsets.UTF_8), huge, half}) {
            assertTrue(SmallPictures.preview(Files.write(place.resolve("x.png"), none))
                    .isEmpty());
        }
        assertTrue(SmallPictures.preview(place.resolve("nowhere.png")).isEmpty());
    }

    @Test
    void pictureWithDamagedMetadataHasAPreview() throws Exception {
        byte[] photo = Files.readAllBytes(withExif(write("jpg", quarters(40, 20)), 6));
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = photo.clone();
            for (int flips = 0; flips < 3; flips++) {
                damaged[2 + random.nextInt(34)] = (byte) random.nextInt(256);
            }
            orientation(damaged);
            orientation(Arrays.copyOf(photo, random.nextInt(40)));
        }
        assertEquals(Orientation.ON_ITS_SIDE, orientation(photo));
    }

    /** One pixel each, lossy and lossless. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
                "UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="
            })
    void webPPictureHasAPreview(String base64) throws Exception {
        Path file = Files.write(place.resolve("small.webp"), Base64.getDecoder().decode(base64));
        Body.Preview preview = SmallPictures.preview(file).orElseThrow();
        assertEquals(1, preview.width());
        assertEquals(1, preview.height());
    }

    private Orientation orientation(byte[] content) throws IOException {
        return Orientation.of(Files.write(place.resolve("photo"), content));
    }

    private Path write(String kind, BufferedImage image) throws IOException {
        Path file = place.resolve("picture." + kind);
        assertTrue(ImageIO.write(image, kind, file.toFile()), "this Java writes no " + kind);
        return file;
    }

    private static Path withExif(Path jpeg, int orientation) throws IOException {
        byte[] bytes = Files.readAllBytes(jpeg);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, 2);
        out.writeBytes(HexFormat.of()
                .parseHex("ffe10022" + "457869660000" + "4d4d002a00000008" + "0001" + "01120003" + "00000001"
                        + String.format("%04x", orientation) + "0000" + "00000000"));
        out.write(bytes, 2, bytes.length - 2);
        return Files.write(jpeg, out.toByteArray());
    }

    private static BufferedImage shown(Body.Preview preview) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(preview.jpeg())));
    }

    private static BufferedImage quarters(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.BLUE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.dispose();
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
