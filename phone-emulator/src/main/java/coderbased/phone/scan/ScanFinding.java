package coderbased.phone.scan;

import coderbased.qr.Outline;
import org.jspecify.annotations.Nullable;

/**
 * A code that was found, to be drawn on the picture.
 *
 * @param outline in pixels of the frame; null for no code
 * @param ours whether it is a code of our own server
 * @param width of the frame
 * @param height of the frame
 */
public record ScanFinding(@Nullable Outline outline, boolean ours, int width, int height) {

    static final ScanFinding NONE = new ScanFinding(null, false, 0, 0);
}
