package coderbased.camera;

import java.net.URI;

/**
 * A camera that serves its pictures over HTTP, as MJPEG or one JPEG at a time. A real phone's camera app works.
 *
 * @param address of the stream; {@code http://name:password@host/} for a camera that asks for a password (RFC 7617)
 */
record NetworkCamera(URI address) implements Camera {

    @Override
    public String name() {
        return "Camera at " + address.getHost();
    }

    @Override
    public Shots open() throws CameraException {
        return NetworkShots.open(address);
    }
}
