package coderbased.camera;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/**
 * A camera that serves its pictures over HTTP, as MJPEG or one picture at a time. A real phone's camera app works.
 *
 * @param address of the stream; {@code http://name:password@host/} for a camera that asks for a password (RFC 7617,
 *     RFC 7616)
 * @param names finds the number of a host whose name the HTTP client does not take
 */
record NetworkCamera(URI address, CameraHttp.HostNames names) implements Camera {

    NetworkCamera(URI address) {
        this(address, InetAddress::getByName);
    }

    @Override
    public String name() {
        return "Camera at " + CameraAddress.of(address).host();
    }

    @Override
    public Shots open() throws CameraException, InterruptedException {
        return NetworkShots.open(new CameraHttp(CameraAddress.of(address), names));
    }

    /** Returns twice the usual time: many cameras wake up when they are asked. */
    @Override
    public Duration firstPicture(Duration usual) {
        return usual.multipliedBy(2);
    }

    @Override
    public CameraTrouble silence() {
        return CameraTrouble.NO_ANSWER;
    }
}
