package coderbased.node;

/** A start or a command that is refused. The message tells the person the reason and what to do. */
public final class StartupException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    StartupException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    StartupException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** Returns the program's exit code. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
