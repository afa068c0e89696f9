package coderbased.camera;

/** The reasons why there is no picture, as a code that the app words. */
public enum CameraTrouble {
    SWITCHED_OFF,
    NONE_FOUND,
    NOT_THERE,
    BUSY,
    NOT_ALLOWED,
    NO_DRIVER,
    UNREADABLE,
    STALLED,
    LOST,
    BLACK,
    UNREACHABLE,
    UNKNOWN_HOST,
    NO_ANSWER,
    PASSWORD,
    WRONG_PASSWORD,
    FORBIDDEN,
    NO_SUCH_PATH,
    WATCHED_BY_OTHERS,
    CAMERA_FAILED,
    CERTIFICATE,
    NO_TLS,
    NOT_HTTP,
    REDIRECTED_IN_A_CIRCLE,
    NO_PICTURES,
    SENDS_VIDEO,
    UNKNOWN_PICTURES,
    NO_SCREEN,
    NO_FILE,
    NOT_A_PICTURE,
    DAMAGED_PICTURE,
    HEIC,
    AVIF,
    PICTURE_TOO_LARGE;

    /**
     * True if an automatic retry can help. A file does not become a picture by waiting, and a wrong password that is
     * sent again and again locks the account of some cameras.
     */
    public boolean mayPass() {
        return switch (this) {
            case SWITCHED_OFF, NO_FILE, NO_SCREEN, WRONG_PASSWORD -> false;
            case NOT_A_PICTURE, DAMAGED_PICTURE, HEIC, AVIF, PICTURE_TOO_LARGE -> false;
            case NONE_FOUND, NOT_THERE, BUSY, NOT_ALLOWED, NO_DRIVER, UNREADABLE, STALLED, LOST, BLACK -> true;
            case UNREACHABLE, UNKNOWN_HOST, NO_ANSWER, PASSWORD, FORBIDDEN, NO_SUCH_PATH, WATCHED_BY_OTHERS -> true;
            case CAMERA_FAILED, CERTIFICATE, NO_TLS, NOT_HTTP, REDIRECTED_IN_A_CIRCLE -> true;
            case NO_PICTURES, SENDS_VIDEO, UNKNOWN_PICTURES -> true;
        };
    }
}
