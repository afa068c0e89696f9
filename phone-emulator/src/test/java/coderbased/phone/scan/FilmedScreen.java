package coderbased.phone.scan;

import coderbased.camera.CameraChoice;
import coderbased.demo.MjpegServer;
import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A signed-in phone in a window of its own for each test, and the network camera that it scans with. */
abstract class FilmedScreen {

    MjpegServer camera;
    Screen<PlayedPhone> screen;

    @BeforeEach
    void aCameraIsServed() throws Exception {
        camera = new MjpegServer(0);
        screen = Screen.of(PlayedPhone.signedIn(), ThemeChoice.LIGHT, new CameraChoice.Network(camera.address()));
    }

    @AfterEach
    void over() {
        screen.close();
        camera.close();
    }
}
