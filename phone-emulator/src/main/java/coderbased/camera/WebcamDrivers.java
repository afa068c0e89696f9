package coderbased.camera;

import com.github.eduramiba.webcamcapture.drivers.NativeDriver;
import com.github.sarxos.webcam.WebcamDriver;
import java.util.Locale;

/**
 * Chooses the webcam driver of a system. The native driver has builds for Windows, macOS and Linux on x86; Linux on
 * 64-bit ARM gets the driver over openpnp-capture.
 */
final class WebcamDrivers {

    private WebcamDrivers() {}

    /** Makes the driver of this system. May fail in any way, as drivers do. */
    static WebcamDriver ofThisSystem() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * Makes the driver of a system.
     *
     * @param os name of the system, as in the system property {@code os.name}
     * @param arch name of the processor, as in the system property {@code os.arch}
     */
    static WebcamDriver of(String os, String arch) {
        boolean isLinux = os.toLowerCase(Locale.ROOT).contains("linux");
        boolean isArm64 = arch.equalsIgnoreCase("aarch64") || arch.equalsIgnoreCase("arm64");
        return isLinux && isArm64 ? new OpenpnpDriver() : new NativeDriver();
    }
}
