package coderbased.qr;

/** Advice when nothing was read. Chosen so that following it makes the next frames readable. */
public enum Hint {
    /** Nothing to say: a code was read, or nothing in the picture looks like one. */
    NONE,
    /** A finder pattern is seen, but its modules are too small to tell apart. */
    MOVE_CLOSER,
    /** The picture is blurred by motion or out of focus. */
    HOLD_STILL,
    /** The picture is nearly black. */
    TOO_DARK,
    /** A large part of the picture is blown out to white. */
    GLARE
}
