package coderbased.camera;

/** The reasons why there is no picture, each with a sentence that says what to do. */
public enum CameraTrouble {
    SWITCHED_OFF("The camera is off. Choose one, use a picture or the screen, or type the code."),
    NONE_FOUND("No camera found. Connect one, use a picture or the screen, or type the code."),
    NOT_THERE("This camera is not connected. Plug it in, or choose another one."),
    BUSY("The camera could not be started. Close other programs that use it, and allow cameras in the system's privacy"
            + " settings. The picture then appears by itself."),
    NOT_ALLOWED("This app may not use the camera. Allow it in the system's settings (on Linux: join the group"
            + " \"video\"), then sign in to the computer again."),
    NO_DRIVER("The cameras of this computer cannot be used. Use a picture or the screen, or type the code."),
    UNREADABLE("The camera picture could not be read. Trying again."),
    STALLED("The camera stopped sending pictures. Trying again…"),
    LOST("The camera was disconnected. Connect it again. The picture then comes back by itself."),
    BLACK("The picture is black. Open the camera's cover, or choose another camera: a virtual one stays black until its"
            + " program runs."),
    UNREACHABLE("No camera answers at this address. Check the address, and that both are on the same network."),
    PASSWORD("This camera asks for a password. Enter its address as http://name:password@address."),
    NO_PICTURES("This address sends no camera pictures. Enter the address of the camera's MJPEG stream."),
    NO_SCREEN("The screen cannot be read here. Use a camera or a picture, or type the code."),
    NO_FILE("This picture cannot be opened. Choose another file."),
    NOT_A_PICTURE("This file is not a picture that the app can read. Use PNG, JPEG, WebP, GIF or BMP.");

    private final String sentence;

    CameraTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence for the person: the problem and what to do. */
    public String sentence() {
        return sentence;
    }

    /** True if an automatic retry can help; a file does not become a picture by waiting. */
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
