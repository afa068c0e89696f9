package coderbased.camera;

/** Thrown when a camera gives no pictures. */
public final class CameraException extends Exception {

    private static final long serialVersionUID = 1L;

    private final CameraTrouble trouble;

    public CameraException(CameraTrouble trouble) {
        super(trouble.name());
        this.trouble = trouble;
    }

    public CameraException(CameraTrouble trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    /** Returns the trouble. */
    public CameraTrouble trouble() {
        return trouble;
    }
}
