package coderbased.phone.scan;

import coderbased.camera.CameraChoice;

/** One line of the camera menu. */
public record CameraOption(String label, CameraChoice choice) {

    static CameraOption of(CameraChoice choice) {
        return new CameraOption(CameraWords.label(choice), choice);
    }
}
