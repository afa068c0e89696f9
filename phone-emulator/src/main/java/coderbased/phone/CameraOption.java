package coderbased.phone;

import coderbased.camera.CameraChoice;

/** One line of the camera menu. */
public record CameraOption(String label, CameraChoice choice) {

    static CameraOption of(CameraChoice choice) {
        return new CameraOption(
                switch (choice) {
                    case CameraChoice.Off() -> "No camera";
                    case CameraChoice.Webcam(String name) -> name.isEmpty() ? "First webcam" : name;
                    case CameraChoice.Screen() -> "This computer's screen";
                    case CameraChoice.Network(var address) -> "Camera at " + address.getHost();
                    case CameraChoice.Picture(var file) -> "Picture " + file.getFileName();
                },
                choice);
    }
}
