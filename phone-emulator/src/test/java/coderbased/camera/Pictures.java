package coderbased.camera;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Pictures for a test camera. */
public final class Pictures {

    private Pictures() {}

    /** Returns a code on grey, as a camera in front of a screen sees it. */
    public static BufferedImage code(String text) {
        return codes(640, text);
    }

    /** Returns several codes beside each other. */
    public static BufferedImage codes(int width, String... texts) {
        BufferedImage picture = new BufferedImage(width, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x90, 0x98, 0xA0));
        pen.fillRect(0, 0, width, 480);
        int room = width / texts.length;
        for (int i = 0; i < texts.length; i++) {
            pen.drawImage(matrix(texts[i], 260), i * room + (room - 260) / 2, 110, null);
        }
        pen.dispose();
        return picture;
    }

    /** Returns a picture of one colour. */
    public static BufferedImage plain(Color colour) {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 640, 480);
        pen.dispose();
        return picture;
    }

    private static BufferedImage matrix(String text, int size) {
        try {
            BitMatrix matrix = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, size, size, Map.of(EncodeHintType.MARGIN, 4));
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    picture.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xFFFFFF);
                }
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
