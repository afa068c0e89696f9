package coderbased.phone.scan;

import coderbased.protocol.QrText;
import coderbased.qr.Outline;
import java.util.List;

/**
 * The codes of several computers of our own server, of which the person chooses one.
 *
 * @param codes in the order of their numbers; empty if there is nothing to choose
 * @param width of the frame in which the outlines lie, in pixels
 * @param height of that frame
 * @param still whether the frame is a single picture
 */
public record CodesInView(List<Numbered> codes, int width, int height, boolean still) {

    static final CodesInView NONE = new CodesInView(List.of(), 1, 1, false);

    /** One of them. It keeps its number as long as the choice is open, also while it is out of view. */
    public record Numbered(int number, QrText.Ours code, Outline outline, boolean inView) {}

    public CodesInView {
        codes = List.copyOf(codes);
    }
}
