package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.picture.Frame;
import coderbased.qr.picture.PixelFormat;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    /** Checks that the warm-up takes no two seconds of a core from a camera. */
    @Test
    void warmUpEndsWhenACameraIsWatched() {
        WarmUp warmUp = new WarmUp();
        Watcher watcher = new Watcher(warmUp);
        watcher.pipeline().start(new Cameras.NoCamera());
        warmUp.run();
        assertEquals(0, warmUp.pictures());
        watcher.close();
    }

    @Test
    void warmUpPicturesTakeThePathOfCameraPictures() {
        Frame received = WarmUp.received(WarmUp.jpeg());
        assertEquals(PixelFormat.BGR24, received.format());
        assertEquals(1280, received.width());
        assertEquals(720, received.height());
    }
}
