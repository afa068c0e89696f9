package coderbased.phone.scan;

import coderbased.camera.CameraChoice;
import coderbased.camera.ScreenPart;

/** One line of the camera menu. */
public record CameraOption(String label, CameraChoice choice) {

    static CameraOption of(CameraChoice choice) {
        return new CameraOption(
                switch (choice) {
                    case CameraChoice.Off() -> "No camera";
                    case CameraChoice.Webcam(String name) -> name.isEmpty() ? "First webcam" : name;
                    case CameraChoice.Screen(var part) ->
                        part.equals(ScreenPart.ALL) ? "This computer's screen" : "A part of this computer's screen";
                    case CameraChoice.Network(var address) -> "Camera at " + address.getHost();
                    case CameraChoice.Picture(var file) -> "Picture " + file.getFileName();
                },
                choice);
    }
}
