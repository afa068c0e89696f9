package coderbased.camera;

import java.util.List;

/**
 * The cameras of this computer.
 *
 * <p>Thread-safe.
 */
public final class Cameras {

    private final Webcams webcams;

    public Cameras(Webcams webcams) {
        this.webcams = webcams;
    }

    /**
     * The names of the webcams that are plugged in. Blocks until the driver has answered, or its deadline has passed.
     *
     * @throws CameraException where the driver can not be used
     */
    public List<String> webcams() throws CameraException, InterruptedException {
        return webcams.names();
    }

    /** The camera of that choice. Nothing is opened yet. */
    public Camera camera(CameraChoice choice) {
        return switch (choice) {
            case CameraChoice.Off() -> new NoCamera();
            case CameraChoice.Webcam(String name) -> webcams.named(name);
            case CameraChoice.Screen() -> new ScreenCamera();
            case CameraChoice.Network(var address) -> new NetworkCamera(address);
            case CameraChoice.Picture(var file) -> new PictureCamera(file);
        };
    }

    /** The person wants none. */
    private record NoCamera() implements Camera {

        @Override
        public String name() {
            return "No camera";
        }

        @Override
        public Shots open() throws CameraException {
            throw new CameraException(CameraTrouble.NONE_FOUND);
        }
    }
}
