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
    UNKNOWN_HOST("No device with this name was found. Check the name in the address, or use its IP address."),
    NO_ANSWER("The device accepts the connection, but sends no picture. It may still be starting. Trying again…"),
    PASSWORD("This camera asks for a password. Enter its address as http://name:password@address."),
    WRONG_PASSWORD("The camera does not accept this name and password. Correct them in its address."),
    FORBIDDEN("The camera refuses to show its pictures to this computer or to this name. Allow it in its settings."),
    NO_SUCH_PATH("The camera answers, but it has nothing at this path. Check the part of the address after the host."),
    WATCHED_BY_OTHERS("The camera serves no further viewer now. Close other apps that show it. The picture then appears"
            + " by itself."),
    CAMERA_FAILED("The camera reports an error of its own. Restart the camera."),
    CERTIFICATE("The camera's certificate is not trusted, so its pictures are not shown. Use its http:// address, or"
            + " install a certificate that this computer trusts."),
    NO_TLS("This camera does not speak https. Enter its address with http://."),
    NOT_HTTP("The device at this address does not speak HTTP. Enter the address of the camera's MJPEG stream; an"
            + " rtsp:// camera cannot be used."),
    REDIRECTED_IN_A_CIRCLE(
            "The address leads from one page to the next without end. Enter the address of the stream" + " itself."),
    NO_PICTURES("This address sends no camera pictures. Enter the address of the camera's MJPEG stream."),
    SENDS_VIDEO("This address sends a video, not single pictures. Set the camera to MJPEG, or enter the address of its"
            + " MJPEG stream."),
    UNKNOWN_PICTURES("The camera sends pictures that the app cannot read. Set it to JPEG, PNG or WebP."),
    NO_SCREEN("The screen cannot be read here. Use a camera or a picture, or type the code."),
    NO_FILE("This picture cannot be opened. Choose another file."),
    NOT_A_PICTURE("This file is not a picture that the app can read. Use PNG, JPEG, WebP, GIF or BMP."),
    HEIC("This is a HEIC picture, which the app cannot read. Save it as JPEG or PNG, or take a screenshot of it."),
    AVIF("This is an AVIF picture, which the app cannot read. Save it as JPEG or PNG, or take a screenshot of it."),
    PICTURE_TOO_LARGE("This picture is too large to be searched. Cut out the part with the code and use that.");

    private final String sentence;

    CameraTrouble(String sentence) {
        this.sentence = sentence;
    }

    /** Returns a sentence for the person: the problem and what to do. */
    public String sentence() {
        return sentence;
    }

    /**
     * True if an automatic retry can help. A file does not become a picture by waiting, and a wrong password that is
     * sent again and again locks the account of some cameras.
     */
    public boolean mayPass() {
        return switch (this) {
            case SWITCHED_OFF, NO_FILE, NOT_A_PICTURE, HEIC, AVIF, PICTURE_TOO_LARGE, NO_SCREEN, WRONG_PASSWORD ->
                false;
            case NONE_FOUND, NOT_THERE, BUSY, NOT_ALLOWED, NO_DRIVER, UNREADABLE, STALLED, LOST, BLACK -> true;
            case UNREACHABLE, UNKNOWN_HOST, NO_ANSWER, PASSWORD, FORBIDDEN, NO_SUCH_PATH, WATCHED_BY_OTHERS -> true;
            case CAMERA_FAILED, CERTIFICATE, NO_TLS, NOT_HTTP, REDIRECTED_IN_A_CIRCLE -> true;
            case NO_PICTURES, SENDS_VIDEO, UNKNOWN_PICTURES -> true;
        };
    }
}
