package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of the driver, and the driver of Linux on ARM. Its library has a build for Linux on x86, too. */
class WebcamDriversTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, aarch64, OpenpnpDriver",
        "linux, arm64, OpenpnpDriver",
        "Linux, amd64, NativeDriver",
        "Linux, x86, NativeDriver",
        "Mac OS X, aarch64, NativeDriver",
        "Mac OS X, x86_64, NativeDriver",
        "Windows 11, amd64, NativeDriver",
        "Windows 11, aarch64, NativeDriver"
    })
    void driverFitsTheSystem(String os, String arch, String driver) {
        assertEquals(driver, WebcamDrivers.of(os, arch).getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-aarch64/libopenpnp-capture.so", "linux-x86-64/libcnokhwa.so"})
    void everyDriverHasItsLibrary(String library) {
        assertNotNull(getClass().getClassLoader().getResource(library), library);
    }

    @Test
    void cameraThatIsGoneIsReported() {
        WebcamDevice device = new OpenpnpDevice("Desk", "no such camera", List.of(new Dimension(640, 480)));
        assertThrows(WebcamException.class, device::getImage);
        try {
            device.open();
        } catch (WebcamException e) {
            assertEquals("The camera is no longer connected", e.getMessage());
        } catch (LinkageError _) {
            // this machine has no build of the library
        }
        device.close();
        assertEquals(false, device.isOpen());
    }

    @Test
    void searchesMayFollowEachOther() {
        try {
            for (int i = 0; i < 5; i++) {
                List<WebcamDevice> found = new OpenpnpDriver().getDevices();
                found.forEach(device -> assertNotNull(device.getName()));
            }
        } catch (LinkageError _) {
            // this machine has no build of the library
        }
    }
}
