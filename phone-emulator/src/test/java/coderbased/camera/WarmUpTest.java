package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.qr.Frame;
import coderbased.qr.PixelFormat;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    @Test
    void itsPicturesComeTheWayOfACamerasColourPictures() {
        Frame received = WarmUp.received(WarmUp.jpeg());
        assertEquals(PixelFormat.BGR24, received.format());
        assertEquals(1280, received.width());
        assertEquals(720, received.height());
    }
}
