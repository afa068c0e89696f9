package coderbased.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraChoiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "webcam",
                "webcam:Desk camera",
                "screen",
                "screen:0.5,0.0,0.5,1.0",
                "http://192.168.0.7:8080/video",
                "code.png"
            })
    void isWrittenAsItIsRead(String text) {
        assertEquals(text, CameraChoice.parse(text).text());
    }

    @Test
    void eachKindOfChoiceIsParsed() {
        assertInstanceOf(CameraChoice.Off.class, CameraChoice.parse("NONE"));
        assertInstanceOf(CameraChoice.Screen.class, CameraChoice.parse("Screen"));
        assertEquals(new CameraChoice.Webcam(""), CameraChoice.parse("webcam:"));
        assertInstanceOf(CameraChoice.Network.class, CameraChoice.parse("https://camera.example.org/"));
        assertInstanceOf(CameraChoice.Picture.class, CameraChoice.parse("/tmp/code.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "screen:1,2",
                "screen:0,0,2,1",
                "screen:a,b,c,d",
                "http://",
                "http://:80/x",
                "http://a b/"
            })
    void whatIsNoCameraIsRefusedWithWhatIsAllowed(String text) {
        var refused = assertThrows(IllegalArgumentException.class, () -> CameraChoice.parse(text));
        assertInstanceOf(String.class, refused.getMessage());
    }

    @Test
    void aPasswordInAnAddressIsNotPrinted() {
        assertEquals(
                "Network[camera]",
                CameraChoice.parse("http://ada:secret@camera/").toString());
    }
}
