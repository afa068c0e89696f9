package coderbased.phone;

/** What the scanner says below the picture. */
public record ScanMessage(Tone tone, String words) {

    static final ScanMessage AIM = new ScanMessage(Tone.QUIET, "Point the camera at the code on your computer.");

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
