package coderbased.qr;

/** Advice when nothing was read. Chosen so that following it makes the next frames readable. */
public enum Hint {
    /** Nothing to say: a code was read, nothing in the picture looks like one, or a part of one is outside. */
    NONE,
    /** A finder pattern is seen, but its modules are too small to tell apart. */
    MOVE_CLOSER,
    /** The picture is blurred by motion or out of focus. */
    HOLD_STILL,
    /** The picture is nearly black, apart from noise. */
    TOO_DARK,
    /** The picture is blown out to white: all of it, a large part, or the part beside a finder pattern. */
    GLARE
}
