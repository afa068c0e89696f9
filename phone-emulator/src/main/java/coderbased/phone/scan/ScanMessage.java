package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.qr.Hint;

/** The message below the scanner's picture. */
public record ScanMessage(Tone tone, String words) {

    /** Returns the standing advice; a screen is not aimed at. */
    static ScanMessage aim(boolean screen) {
        return new ScanMessage(Tone.QUIET, MESSAGES.text(screen ? "scan.screen" : "scan.aim"));
    }

    /** Returns the message while a code is being claimed. */
    static ScanMessage asking() {
        return new ScanMessage(Tone.DONE, MESSAGES.text("scan.asking"));
    }

    /** Returns the message for a hint; {@code otherwise} if there is none. */
    static ScanMessage of(Hint hint, ScanMessage otherwise) {
        return switch (hint) {
            case NONE -> otherwise;
            case MOVE_CLOSER -> new ScanMessage(Tone.HINT, MESSAGES.text("scan.hint.moveCloser"));
            case HOLD_STILL -> new ScanMessage(Tone.HINT, MESSAGES.text("scan.hint.holdStill"));
            case TOO_DARK -> new ScanMessage(Tone.HINT, MESSAGES.text("scan.hint.tooDark"));
            case GLARE -> new ScanMessage(Tone.HINT, MESSAGES.text("scan.hint.glare"));
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
