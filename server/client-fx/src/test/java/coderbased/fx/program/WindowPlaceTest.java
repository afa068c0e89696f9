package coderbased.fx.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

class WindowPlaceTest {

    private static final WindowPlace PLACE = new WindowPlace(10, 20.5, 300, 400);

    @Test
    void savedPlaceIsRead() {
        Properties saved = new Properties();
        PLACE.write(saved);
        assertEquals(PLACE, WindowPlace.read(saved));
    }

    @Test
    void settingsWithoutPlaceHaveNone() {
        assertNull(WindowPlace.read(new Properties()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window.x=left",
                "window.x=1",
                "window.x=1\nwindow.y=1\nwindow.width=1\nwindow.height=",
                "window.x=\nwindow.y=1\nwindow.width=1\nwindow.height=1"
            })
    void damagedPlaceIsRefused(String content) throws IOException {
        Properties saved = new Properties();
        saved.load(new StringReader(content));
        assertThrows(IllegalArgumentException.class, () -> WindowPlace.read(saved));
    }

    @Test
    void windowReturnsToItsPlace() throws TimeoutException {
        assertEquals(PLACE, restored(PLACE));
    }

    @Test
    void windowOfADisplayThatIsGoneGetsItsFirstSize() throws TimeoutException {
        WindowPlace place = restored(new WindowPlace(90_000, 90_000, 300, 400));
        assertEquals(320, place.width());
        assertEquals(240, place.height());
    }

    @Test
    void windowIsNoLargerThanTheDisplayAtFirst() throws TimeoutException {
        WindowPlace place = restored(null, 90_000, 240);
        assertTrue(place.width() < 90_000, place.toString());
        assertEquals(240, place.height());
    }

    private static WindowPlace restored(WindowPlace saved) throws TimeoutException {
        return restored(saved, 320, 240);
    }

    private static WindowPlace restored(WindowPlace saved, double width, double height) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        WindowPlace[] found = new WindowPlace[1];
        FxToolkit.setupFixture(() -> {
            Stage stage = new Stage();
            WindowPlace.restore(saved, stage, width, height);
            found[0] = WindowPlace.of(stage, null);
        });
        return found[0];
    }
}
