package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.testing.TurnedPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void photoOfATurnedPhoneIsUpright(String kind) throws Exception {
        byte[] code = RawCamera.encoded(kind, Pictures.code("ON ITS SIDE"));
        watch(Files.write(folder.resolve("photo." + kind), TurnedPicture.with(code, 5)));
        watcher.awaitText("ON ITS SIDE");
        assertEquals(480, watcher.awaitPreview().width());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "webp", "tif"})
    void pictureFilesAreUpright(String kind) throws Exception {
        for (int orientation = 1; orientation <= 8; orientation++) {
            Path file = Files.write(folder.resolve("photo"), TurnedPicture.of(kind, orientation));
            assertEquals(TurnedPicture.corners(orientation), TurnedPicture.corners(StillPicture.read(file)));
        }
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
    void whiteCodeOnNothingIsDrawnOnBlack() throws Exception {
        BufferedImage code = Pictures.code("WHITE ON NOTHING");
        BufferedImage glass = new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 480; y++) {
            for (int x = 0; x < 640; x++) {
                glass.setRGB(x, y, (code.getRGB(x, y) & 0xFFFFFF) == 0 ? 0xFFFFFFFF : 0);
            }
        }
        watch(saved("glass.png", "png", glass));
        watcher.awaitText("WHITE ON NOTHING");
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
        watcher.awaitTrouble(CameraTrouble.DAMAGED_PICTURE);
    }

    @Test
    void missingFileIsReported() throws Exception {
        watch(folder.resolve("nowhere.png"));
        watcher.awaitTrouble(CameraTrouble.NO_FILE);
    }

    @Test
    void pictureOfMoreThanAHundredMegapixelsIsReadAtALowerResolution() throws Exception {
        BufferedImage huge = new BufferedImage(10_200, 10_200, BufferedImage.TYPE_BYTE_BINARY);
        Graphics2D pen = huge.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 10_200, 10_200);
        pen.drawImage(Pictures.code("FAR TOO LARGE"), 500, 3_000, 4_800, 3_600, null);
        pen.dispose();
        watch(saved("huge.png", "png", huge));
        watcher.awaitText("FAR TOO LARGE");
        assertTrue(watcher.awaitPreview().width() <= 5_100, "read at a lower resolution");
    }

    @Test
    void pictureThatClaimsToBeEnormousIsRefused() throws Exception {
        watch(Files.write(folder.resolve("claims.png"), pngHeader(30_000, 30_000)));
        watcher.awaitTrouble(CameraTrouble.PICTURE_TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({"heic, HEIC", "heix, HEIC", "mif1, HEIC", "avif, AVIF", "isom, NOT_A_PICTURE"})
    void kindsOfPhonePicturesAreNamed(String brand, CameraTrouble trouble) throws Exception {
        String head = "\0\0\0\u001cftyp" + brand + "\0\0\0\0mif1heicmiaf";
        watch(Files.write(folder.resolve("IMG_0001.JPG"), head.getBytes(StandardCharsets.ISO_8859_1)));
        watcher.awaitTrouble(trouble);
    }

    @Test
    void pictureWithoutHuffmanTablesIsRead() throws Exception {
        byte[] jpeg = RawCamera.encoded("jpeg", Pictures.code("BARE"));
        watch(Files.write(folder.resolve("frame.jpg"), OddStreamsTest.withoutTables(jpeg)));
        watcher.awaitText("BARE");
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put((byte) 1)
                .array();
        CRC32 check = new CRC32();
        check.update(chunk);
        return ByteBuffer.allocate(200)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(chunk)
                .putInt((int) check.getValue())
                .array();
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
