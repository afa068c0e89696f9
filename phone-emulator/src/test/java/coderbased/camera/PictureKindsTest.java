package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.qr.QrReader;
import coderbased.qr.Reading;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Picture files of unusual kinds: read, or refused with a sentence of their own. */
class PictureKindsTest {

    private static final String TEXT = "A KIND OF FILE";
    private static final int TRANSPARENT = 0;
    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GREY_16, png, -16777216, -1",
        "GREY_16, tif, -16777216, -1",
        "COLOUR_16, png, -16777216, 0",
        "COLOUR_16, png, -1, 0",
        "PALETTE, png, -16777216, 0",
        "PALETTE, png, -1, 0",
        "PALETTE, gif, -1, 0",
        "COLOUR_8, png, -2130706433, 0",
        "COLOUR_8, png, -1, 0"
    })
    void codeInAPictureOfAnUnusualKindIsRead(Kind kind, String format, int ink, int paper) throws Exception {
        BufferedImage picture = kind.empty();
        BufferedImage code = Pictures.code(TEXT);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                picture.setRGB(x, y, code.getRGB(x, y) == BLACK ? ink : paper);
            }
        }
        Path file = folder.resolve("code." + format);
        ImageIO.write(picture, format, file.toFile());
        List<Reading> readings = new QrReader()
                .readThoroughly(Frames.of(StillPicture.read(file)))
                .readings();
        assertEquals(List.of(TEXT), readings.stream().map(Reading::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tif"})
    void incompletePictureIsCalledDamaged(String format) throws Exception {
        Path file = folder.resolve("half." + format);
        ImageIO.write(Pictures.code(TEXT), format, file.toFile());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length * 7 / 10));
        var refusal = assertThrows(CameraException.class, () -> new PictureCamera(file).open());
        assertEquals(CameraTrouble.DAMAGED_PICTURE, refusal.trouble());
    }

    private enum Kind {
        GREY_16,
        COLOUR_16,
        COLOUR_8,
        PALETTE;

        BufferedImage empty() {
            return switch (this) {
                case GREY_16 -> new BufferedImage(640, 480, BufferedImage.TYPE_USHORT_GRAY);
                case COLOUR_8 -> new BufferedImage(640, 480, BufferedImage.TYPE_INT_ARGB);
                case PALETTE -> new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_INDEXED, palette());
                case COLOUR_16 -> {
                    ColorModel deep = new ComponentColorModel(
                            ColorSpace.getInstance(ColorSpace.CS_sRGB),
                            true,
                            false,
                            Transparency.TRANSLUCENT,
                            DataBuffer.TYPE_USHORT);
                    yield new BufferedImage(deep, deep.createCompatibleWritableRaster(640, 480), false, null);
                }
            };
        }

        private static IndexColorModel palette() {
            int[] colours = {TRANSPARENT, BLACK, WHITE};
            return new IndexColorModel(8, colours.length, colours, 0, true, 0, DataBuffer.TYPE_BYTE);
        }
    }
}
