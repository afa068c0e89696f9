package coderbased.node;

/** What was asked for cannot be done. The message tells the person who asked what is in the way and what to do. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    Refused(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    Refused(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the program says to the shell. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
