package coderbased.phone.scan;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.CameraChoice;
import coderbased.camera.CameraTrouble;
import coderbased.camera.ScreenPart;

/** The words for cameras and for their troubles. */
final class CameraWords {

    private CameraWords() {}

    /** Returns the label of a camera in a list. */
    static String label(CameraChoice choice) {
        return switch (choice) {
            case CameraChoice.Off() -> MESSAGES.text("camera.off");
            case CameraChoice.Webcam(String name) -> name.isEmpty() ? MESSAGES.text("camera.firstWebcam") : name;
            case CameraChoice.Screen(var part) ->
                MESSAGES.text(part.equals(ScreenPart.ALL) ? "camera.screen" : "camera.screenPart");
            case CameraChoice.Network network -> MESSAGES.text("camera.network", "host", network.host());
            case CameraChoice.Picture(var file) ->
                MESSAGES.text("camera.picture", "file", String.valueOf(file.getFileName()));
        };
    }

    /** Returns the reason why there is no picture and what to do. */
    static String of(CameraTrouble trouble) {
        return MESSAGES.text(
                switch (trouble) {
                    case SWITCHED_OFF -> "cameraTrouble.switchedOff";
                    case NONE_FOUND -> "cameraTrouble.noneFound";
                    case NOT_THERE -> "cameraTrouble.notThere";
                    case BUSY -> "cameraTrouble.busy";
                    case NOT_ALLOWED -> "cameraTrouble.notAllowed";
                    case NO_DRIVER -> "cameraTrouble.noDriver";
                    case UNREADABLE -> "cameraTrouble.unreadable";
                    case STALLED -> "cameraTrouble.stalled";
                    case LOST -> "cameraTrouble.lost";
                    case BLACK -> "cameraTrouble.black";
                    case UNREACHABLE -> "cameraTrouble.unreachable";
                    case UNKNOWN_HOST -> "cameraTrouble.unknownHost";
                    case NO_ANSWER -> "cameraTrouble.noAnswer";
                    case PASSWORD -> "cameraTrouble.password";
                    case WRONG_PASSWORD -> "cameraTrouble.wrongPassword";
                    case FORBIDDEN -> "cameraTrouble.forbidden";
                    case NO_SUCH_PATH -> "cameraTrouble.noSuchPath";
                    case WATCHED_BY_OTHERS -> "cameraTrouble.watchedByOthers";
                    case CAMERA_FAILED -> "cameraTrouble.cameraFailed";
                    case CERTIFICATE -> "cameraTrouble.certificate";
                    case NO_TLS -> "cameraTrouble.noTls";
                    case NOT_HTTP -> "cameraTrouble.notHttp";
                    case REDIRECTED_IN_A_CIRCLE -> "cameraTrouble.redirectedInACircle";
                    case NO_PICTURES -> "cameraTrouble.noPictures";
                    case SENDS_VIDEO -> "cameraTrouble.sendsVideo";
                    case UNKNOWN_PICTURES -> "cameraTrouble.unknownPictures";
                    case NO_SCREEN -> "cameraTrouble.noScreen";
                    case NO_FILE -> "cameraTrouble.noFile";
                    case NOT_A_PICTURE -> "cameraTrouble.notAPicture";
                    case DAMAGED_PICTURE -> "cameraTrouble.damagedPicture";
                    case HEIC -> "cameraTrouble.heic";
                    case AVIF -> "cameraTrouble.avif";
                    case PICTURE_TOO_LARGE -> "cameraTrouble.pictureTooLarge";
                });
    }
}
