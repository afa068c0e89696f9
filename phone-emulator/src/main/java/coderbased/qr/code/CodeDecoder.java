package coderbased.qr.code;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Turns modules into text: ZXing's decoder (which tries the mirrored code too) behind a check. The smallest codes
 * keep a part of their error correction back to detect misreadings (ISO/IEC 18004, table 9: p codewords); ZXing
 * corrects with all of it, and then reads a text out of one random grid in some ten thousand. What needed more
 * correction than the standard allows is not believed, unless it follows the grammar of a link code to the last letter:
 * no chance writes that.
 */
final class CodeDecoder {

    private static final Pattern LINK_CODE = Pattern.compile("CBC:1:[A-Z2-7]{36}");

    private final Decoder decoder = new Decoder();

    /** Returns the text, if the modules hold one. */
    Optional<String> decode(BitMatrix modules) {
        int size = modules.getHeight();
        try {
            DecoderResult result = decoder.decode(modules);
            Integer corrected = result.getErrorsCorrected();
            String text = result.getText();
            boolean believed = corrected == null
                    || corrected <= allowed(size, result.getECLevel())
                    || LINK_CODE.matcher(text).matches();
            return believed && !text.isEmpty() ? Optional.of(text) : Optional.empty();
        } catch (FormatException | ChecksumException _) {
            return Optional.empty();
        } catch (RuntimeException _) {
            // Random modules lead ZXing's bit stream parser into an IllegalArgumentException now and then.
            return Optional.empty();
        }
    }

    private static int allowed(int size, String level) {
        return switch (size) {
            case 21 ->
                switch (level) {
                    case "L" -> 2;
                    case "M" -> 4;
                    case "Q" -> 6;
                    default -> 8;
                };
            case 25 -> level.equals("L") ? 4 : Integer.MAX_VALUE;
            case 29 -> level.equals("L") ? 7 : Integer.MAX_VALUE;
            default -> Integer.MAX_VALUE;
        };
    }
}
