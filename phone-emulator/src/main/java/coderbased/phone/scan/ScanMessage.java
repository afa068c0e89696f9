package coderbased.phone.scan;

import coderbased.qr.Hint;

/** What the scanner says below the picture. */
public record ScanMessage(Tone tone, String words) {

    static final ScanMessage AIM = new ScanMessage(Tone.QUIET, "Point the camera at the code on your computer.");

    static final ScanMessage LOOK_AT_SCREEN =
            new ScanMessage(Tone.QUIET, "Looking for the code on this computer's screen…");

    /** What a hint means for the person; {@code otherwise} is said where there is none. */
    static ScanMessage of(Hint hint, ScanMessage otherwise) {
        return switch (hint) {
            case NONE -> otherwise;
            case MOVE_CLOSER -> new ScanMessage(Tone.HINT, "Move closer.");
            case HOLD_STILL -> new ScanMessage(Tone.HINT, "Hold still.");
            case TOO_DARK -> new ScanMessage(Tone.HINT, "It is too dark. Make the screen brighter.");
            case GLARE -> new ScanMessage(Tone.HINT, "Too much glare. Tilt the camera a little.");
        };
    }

    /** How it is meant. */
    public enum Tone {
        /** What to do anyway. */
        QUIET,
        /** What would help. */
        HINT,
        /** What will not be done, and why. */
        REFUSED,
        /** It worked. */
        DONE
    }
}
