package coderbased.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.protocol.Body;
import coderbased.protocol.Protocol;
import coderbased.testing.TurnedPicture;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small pictures from picture files, and from other files. */
final class SmallPicturesTest {

    @TempDir
    private Path place;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aPreviewIsSmallAndKnowsHowLargeThePictureIs(String kind) throws Exception {
        Body.Preview preview = SmallPictures.preview(write(kind, noise(1_600, 900, BufferedImage.TYPE_INT_RGB)))
                .orElseThrow();

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
        BufferedImage shown = shown(SmallPictures.preview(write("png", TurnedPicture.quarters(1_000, 500)))
                .orElseThrow());

        assertEquals(320, shown.getWidth());
        assertEquals(160, shown.getHeight());
    }

    @Test
    void tinyPictureIsNotEnlarged() throws Exception {
        BufferedImage shown = shown(SmallPictures.preview(write("png", TurnedPicture.quarters(16, 9)))
                .orElseThrow());

        assertEquals(16, shown.getWidth());
    }

    @Test
    void transparencyBecomesWhite() throws Exception {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);

        Color shown = new Color(
                shown(SmallPictures.preview(write("png", clear)).orElseThrow()).getRGB(25, 25));

        assertTrue(shown.getRed() > 250 && shown.getGreen() > 250 && shown.getBlue() > 250, shown.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp", "tif"})
    void smallPicturesStandAsTheCameraWasHeld(String kind) throws Exception {
        for (int orientation = 1; orientation <= 8; orientation++) {
            Path photo = Files.write(place.resolve("photo"), TurnedPicture.of(kind, orientation));

            Body.Preview preview = SmallPictures.preview(photo).orElseThrow();

            assertEquals(orientation > 4, preview.height() > preview.width(), "orientation " + orientation);
            String corners = TurnedPicture.corners(orientation);
            assertEquals(corners, TurnedPicture.corners(shown(preview)), "orientation " + orientation);
            byte[] square = SmallPictures.square(photo, 64).orElseThrow();
            assertEquals(corners, TurnedPicture.corners(image(square)), "orientation " + orientation);
            assertEquals(Orientation.UPRIGHT, Orientation.of(stream(square)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void pictureOfUnknownOrientationStaysAsItIs(int number) throws Exception {
        assertEquals(Orientation.UPRIGHT, Orientation.of(stream(TurnedPicture.of("jpg", number))));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void eachPixelIsTurned(Orientation orientation) {
        for (int type : new int[] {
            BufferedImage.TYPE_3BYTE_BGR,
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_INT_ARGB,
            BufferedImage.TYPE_BYTE_GRAY
        }) {
            BufferedImage lying = noise(31, 17, type);
            BufferedImage upright = orientation.upright(lying);
            for (int y = 0; y < 17; y++) {
                for (int x = 0; x < 31; x++) {
                    int[] at = placed(orientation, x, y, 30, 16);
                    assertEquals(lying.getRGB(x, y), upright.getRGB(at[0], at[1]), orientation + " of type " + type);
                }
            }
        }
    }

    /** Returns the upright place of a pixel of the file (Exif 2.32 section 4.6.4). */
    private static int[] placed(Orientation orientation, int x, int y, int right, int bottom) {
        return switch (orientation) {
            case UPRIGHT -> new int[] {x, y};
            case MIRRORED -> new int[] {right - x, y};
            case TURNED_ROUND -> new int[] {right - x, bottom - y};
            case UPSIDE_DOWN -> new int[] {x, bottom - y};
            case ON_ITS_SIDE_MIRRORED -> new int[] {y, x};
            case ON_ITS_SIDE -> new int[] {bottom - y, x};
            case ON_THE_OTHER_SIDE_MIRRORED -> new int[] {bottom - y, right - x};
            case ON_THE_OTHER_SIDE -> new int[] {y, right - x};
        };
    }

    @Test
    void squareIsTheMiddleOfALongPicture() throws Exception {
        BufferedImage square = image(SmallPictures.square(write("png", TurnedPicture.quarters(2_000, 500)), 100)
                .orElseThrow());

        assertEquals(100, square.getWidth());
        assertEquals(100, square.getHeight());
        assertEquals("RGBW", TurnedPicture.corners(square));
    }

    @Test
    void cameraMetadataIsRemoved() throws Exception {
        Path photo = Files.write(place.resolve("photo.jpg"), TurnedPicture.of("jpg", 1));

        byte[] jpeg = SmallPictures.jpeg(photo, 100).orElseThrow();

        assertTrue(new String(Files.readAllBytes(photo), StandardCharsets.ISO_8859_1).contains("Exif"));
        assertTrue(!new String(jpeg, StandardCharsets.ISO_8859_1).contains("Exif"));
    }

    @Test
    void otherFilesHaveNoPreview() throws Exception {
        byte[] png = Files.readAllBytes(write("png", TurnedPicture.quarters(100, 100)));
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

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp", "tif"})
    void damagedMetadataHoldsNothingUp(String kind) throws Exception {
        byte[] photo = TurnedPicture.of(kind, 6);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = photo.clone();
            for (int flips = 0; flips < 3; flips++) {
                damaged[random.nextInt(70)] = (byte) random.nextInt(256);
            }
            Orientation.of(stream(damaged));
            Orientation.of(stream(Arrays.copyOf(photo, random.nextInt(80))));
        }
        assertEquals(Orientation.ON_ITS_SIDE, Orientation.of(stream(photo)));
    }

    @Test
    void metadataOfManyPartsIsNotReadToItsEnd() throws Exception {
        CountingStream parts = new CountingStream(new byte[30_000_000]);
        parts.bytes[0] = (byte) 0xFF;
        parts.bytes[1] = (byte) 0xD8;
        assertEquals(Orientation.UPRIGHT, Orientation.of(parts));
        assertTrue(parts.read <= 30_000, parts.read + " bytes");
    }

    /** An entry that claims two gigabytes takes no memory (CWE-789). */
    @Test
    void lengthsInMetadataAreNotBelieved() throws Exception {
        byte[] photo = TurnedPicture.of("jpg", 6);
        byte[] text = HexFormat.of().parseHex("01120002" + "7ffffff0" + "00000001");
        System.arraycopy(text, 0, photo, 22, text.length);
        assertEquals(Orientation.UPRIGHT, Orientation.of(stream(photo)));
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

    private Path write(String kind, BufferedImage image) throws IOException {
        Path file = place.resolve("picture." + kind);
        assertTrue(ImageIO.write(image, kind, file.toFile()), "this Java writes no " + kind);
        return file;
    }

    private static BufferedImage shown(Body.Preview preview) throws IOException {
        return image(Base64.getDecoder().decode(preview.jpeg()));
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static ImageInputStream stream(byte[] bytes) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    private static BufferedImage noise(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(5);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, 0xFF000000 | random.nextInt());
            }
        }
        return image;
    }

    /** Stream that counts the bytes read one by one. */
    private static final class CountingStream extends ImageInputStreamImpl {

        private final byte[] bytes;
        private int read;

        CountingStream(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            read++;
            return streamPos < bytes.length ? bytes[(int) streamPos++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            int some = (int) Math.min(length, bytes.length - streamPos);
            if (some <= 0) {
                return -1;
            }
            System.arraycopy(bytes, (int) streamPos, to, from, some);
            streamPos += some;
            read += some;
            return some;
        }
    }
}
