package coderbased.camera;

/** Why there is no picture, each with a sentence that says what to do. */
public enum CameraTrouble {
    SWITCHED_OFF("The camera is off. Choose one, or use a picture, the screen or the typed code."),
    NONE_FOUND("No camera found. Connect one, or use a picture, the screen or the typed code."),
    NOT_THERE("That camera is not connected. Plug it in, or choose another one."),
    BUSY("The camera could not be started. Close other programs that use it, and allow cameras in the system's privacy"
            + " settings; the picture then comes by itself."),
    NOT_ALLOWED("This app may not use the camera. Allow it in the system's settings (on Linux: join the group"
            + " \"video\"), then sign in to the computer again."),
    NO_DRIVER("This computer's cameras can not be used. Use a picture, the screen or the typed code."),
    UNREADABLE("The camera picture could not be read. Trying again."),
    STALLED("The camera stopped sending pictures. Trying again…"),
    LOST("The camera is gone. Connect it again; the picture then comes back by itself."),
    BLACK("The picture is black. Open the camera's cover, or choose another camera: a virtual one stays black until its"
            + " program runs."),
    UNREACHABLE("No camera answers at that address. Check the address, and that both are on the same network."),
    PASSWORD("That camera asks for a password. Give its address as http://name:password@address."),
    NO_PICTURES("That address sends no camera pictures. Give the address of the camera's MJPEG stream."),
    NO_SCREEN("The screen can not be read here. Use a camera, a picture or the typed code."),
    NO_FILE("That picture can not be opened. Choose another file."),
    NOT_A_PICTURE("That file is not a picture this app can read. PNG, JPEG, GIF and BMP work.");

    private final String sentence;

    CameraTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong and what to do, for the person. */
    public String sentence() {
        return sentence;
    }

    /** Whether trying again by itself can help; a file does not become a picture by waiting. */
    public boolean mayPass() {
        return switch (this) {
            case SWITCHED_OFF, NO_FILE, NOT_A_PICTURE, NO_SCREEN -> false;
            case NONE_FOUND,
                    NOT_THERE,
                    BUSY,
                    NOT_ALLOWED,
                    NO_DRIVER,
                    UNREADABLE,
                    STALLED,
                    LOST,
                    BLACK,
                    UNREACHABLE,
                    PASSWORD,
                    NO_PICTURES -> true;
        };
    }
}
