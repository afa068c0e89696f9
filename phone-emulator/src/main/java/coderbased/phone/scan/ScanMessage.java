package coderbased.phone.scan;

import coderbased.qr.Hint;

/** The message below the scanner's picture. */
public record ScanMessage(Tone tone, String words) {

    static final ScanMessage AIM = new ScanMessage(Tone.QUIET, "Point the camera at the code on your computer.");

    static final ScanMessage LOOK_AT_SCREEN =
            new ScanMessage(Tone.QUIET, "Looking for the code on this computer's screen…");

    /** Returns the message for a hint; {@code otherwise} if there is none. */
    static ScanMessage of(Hint hint, ScanMessage otherwise) {
        return switch (hint) {
            case NONE -> otherwise;
            case MOVE_CLOSER -> new ScanMessage(Tone.HINT, "Move closer.");
            case HOLD_STILL -> new ScanMessage(Tone.HINT, "Hold still.");
            case TOO_DARK -> new ScanMessage(Tone.HINT, "It is too dark. Make the screen brighter.");
            case GLARE -> new ScanMessage(Tone.HINT, "Too much glare. Tilt the camera a little.");
        };
    }

    /** True if the message answers what the person did, so that it is shown without a picture too. */
    boolean isAnswer() {
        return tone == Tone.REFUSED || tone == Tone.DONE;
    }

    /** The tone of a message. */
    public enum Tone {
        /** Standing advice. */
        QUIET,
        /** Advice for this moment. */
        HINT,
        /** A refusal with its reason. */
        REFUSED,
        /** It worked. */
        DONE
    }
}
