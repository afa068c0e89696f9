package coderbased.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final int BLACK = 0xFF000000;
    private static final int WHITE = 0xFFFFFFFF;

    private static QrCode loginCode() {
        return QrCode.of(QrText.write("ABCDEF", new GuestToken("N0DE", "A".repeat(26))));
    }

    @Test
    void aLoginCodeIsOfVersionTwo() {
        assertEquals(25 + 2 * QrCode.QUIET_ZONE, loginCode().size());
    }

    @Test
    void everyModuleHasTheSameWholeNumberOfPixels() {
        WritableImage image = loginCode().image(7);
        assertEquals(33 * 7, (int) image.getWidth());
        for (int y = 0; y < 33 * 7; y++) {
            for (int x = 0; x < 33 * 7; x++) {
                int corner = image.getPixelReader().getArgb(x / 7 * 7, y / 7 * 7);
                assertEquals(corner, image.getPixelReader().getArgb(x, y));
            }
        }
    }

    @Test
    void theQuietZoneIsWhiteAndTheCornerBehindItBlack() {
        WritableImage image = loginCode().image(6);
        for (int i = 0; i < 33 * 6; i++) {
            assertEquals(WHITE, image.getPixelReader().getArgb(i, 4 * 6 - 1));
            assertEquals(WHITE, image.getPixelReader().getArgb(4 * 6 - 1, i));
        }
        assertEquals(BLACK, image.getPixelReader().getArgb(4 * 6, 4 * 6));
    }

    @Test
    void textThatFitsNoCodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> QrCode.of("A".repeat(5_000)));
    }
}
