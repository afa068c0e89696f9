package coderbased.qr;

import java.util.List;

/**
 * The result of one frame.
 *
 * @param readings every code read in it, each text once; empty if none
 * @param hint what the person could do, {@link Hint#NONE} if something was read
 */
public record ReadResult(List<Reading> readings, Hint hint) {

    static final ReadResult NOTHING = new ReadResult(List.of(), Hint.NONE);

    public ReadResult {
        readings = List.copyOf(readings);
    }
}
