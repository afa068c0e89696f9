package coderbased.qr.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.synthetic.OwnCode;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CodeDecoderTest {

    /** One module in each of five codewords of a code of 25 modules: more than the standard lets level L correct. */
    private static final int[][] FIVE_CODEWORDS = {{24, 24}, {24, 20}, {24, 16}, {24, 12}, {22, 9}};

    private final CodeDecoder decoder = new CodeDecoder();

    @Test
    void linkCodeWithFiveWrongCodewordsIsBelieved() throws Exception {
        String text = OwnCode.text(new Random(1));
        assertEquals(Optional.of(text), decoder.decode(damaged(text)));
    }

    @Test
    void otherTextWithFiveWrongCodewordsIsNotBelieved() throws Exception {
        assertEquals(Optional.empty(), decoder.decode(damaged("AN ORDINARY TEXT OF FORTY TWO CHARACTERS..")));
        assertEquals(Optional.empty(), decoder.decode(damaged("CBC:1:AN ORDINARY TEXT OF 36 LETTERS. IT.")));
    }

    private static BitMatrix damaged(String text) throws Exception {
        ByteMatrix code = Encoder.encode(text, ErrorCorrectionLevel.L).getMatrix();
        assertEquals(25, code.getWidth());
        BitMatrix modules = new BitMatrix(code.getWidth());
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == 1) {
                    modules.set(x, y);
                }
            }
        }
        for (int[] module : FIVE_CODEWORDS) {
            modules.flip(module[0], module[1]);
        }
        return modules;
    }
}
