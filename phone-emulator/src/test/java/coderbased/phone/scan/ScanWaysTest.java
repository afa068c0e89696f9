package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.camera.ScreenPart;
import coderbased.fx.Drag;
import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import com.github.sarxos.webcam.WebcamDevice;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ways to a code beside the camera that is there from the start: a part of the screen, a picture dropped on the
 * scanner, a camera plugged in later.
 */
class ScanWaysTest {

    @TempDir
    Path folder;

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void aPhone() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn(), ThemeChoice.LIGHT, new CameraChoice.Off());
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    @Tag("nightly")
    void aPartOfTheScreenIsChosenByKeyboardAndRemembered() {
        openTheChooser();
        for (int i = 0; i < 10; i++) {
            screen.press(KeyCode.RIGHT);
        }
        for (int i = 0; i < 5; i++) {
            screen.press(KeyCode.SHIFT, KeyCode.DOWN);
        }
        screen.press(KeyCode.ENTER);
        screen.awaitGone("#" + PhoneIds.SCAN_PART_CHOOSER);
        ScreenPart part = part();
        assertEquals(0.45, part.left(), 1e-6);
        assertEquals(0.25, part.top(), 1e-6);
        assertEquals(0.5, part.width(), 1e-6);
        assertEquals(0.6, part.height(), 1e-6);
    }

    @Test
    @Tag("nightly")
    void escapeLeavesTheScreenWhole() {
        openTheChooser();
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.SCAN_PART_CHOOSER);
        assertEquals(ScreenPart.ALL, part());
    }

    @Test
    void aCodeOutsideTheChosenPartIsNotRead() throws Exception {
        screen.use(new CameraChoice.Screen(new ScreenPart(0, 0, 0.05, 0.05)));
        Stage computer = show(PlayedPhone.ownCode());
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.await(
                "a look at the corner",
                () -> screen.shows("#" + PhoneIds.SCAN_PART) && !screen.shows("#" + PhoneIds.SCAN_TROUBLE));
        assertTrue(screen.phone.asked.isEmpty());
        screen.click("#" + PhoneIds.SCAN_PART);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        screen.onFx(() -> {
            computer.close();
            return null;
        });
    }

    @Test
    void aPictureFileThatIsDroppedOnTheScannerIsRead() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        dropOnTheScanner(content);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(List.of("claim " + PlayedPhone.TOKEN.text()), screen.phone.asked);
    }

    @Test
    void aPictureThatIsDroppedOnTheScannerIsRead() throws Exception {
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(Pictures.code(PlayedPhone.ownCode()), null));
        dropOnTheScanner(content);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    /** The file names its orientation; the pixels beside it do not. */
    @Test
    void fileWinsOverThePixelsThatAreDroppedWithIt() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        ClipboardContent content = new ClipboardContent();
        content.putImage(SwingFXUtils.toFXImage(Pictures.plain(Color.GRAY), null));
        content.putFiles(List.of(file.toFile()));
        dropOnTheScanner(content);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void draggedTextIsRefusedBeforeTheDrop() {
        screen.click("#" + PhoneIds.TAB_SCAN);
        ClipboardContent words = new ClipboardContent();
        words.putString("no picture");
        screen.onFx(() -> {
            Node scanner = screen.node(".scanner");
            Drag drag = new Drag(words);
            assertFalse(drag.over(scanner));
            assertFalse(isReadyToTake(scanner));
            return null;
        });
    }

    @Test
    void openMenuFollowsPluggedAndUnpluggedCameras() {
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
        screen.webcams.add(new UnusedWebcam("Desk camera"));
        screen.await("the new camera", () -> screen.texts(".camera-option").contains("Desk camera"));
        screen.webcams.clear();
        screen.await("its end", () -> !screen.texts(".camera-option").contains("Desk camera"));
    }

    private void dropOnTheScanner(ClipboardContent content) {
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.onFx(() -> {
            Node scanner = screen.node(".scanner");
            Drag drag = new Drag(content);
            assertTrue(drag.over(scanner), "the scanner takes pictures");
            assertTrue(isReadyToTake(scanner), "and shows that it does");
            drag.leave(scanner);
            assertFalse(isReadyToTake(scanner));
            drag.over(scanner);
            assertTrue(drag.drop(scanner));
            return null;
        });
    }

    private static boolean isReadyToTake(Node scanner) {
        return scanner.getPseudoClassStates().contains(PseudoClass.getPseudoClass("dropping"));
    }

    private void openTheChooser() {
        screen.use(new CameraChoice.Screen());
        screen.click("#" + PhoneIds.TAB_SCAN).focus("#" + PhoneIds.SCAN_PART).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.SCAN_PART_CHOOSER);
    }

    private ScreenPart part() {
        return screen.settings.camera().get() instanceof CameraChoice.Screen(ScreenPart part) ? part : null;
    }

    private Stage show(String code) throws Exception {
        return screen.onFx(() -> {
            Stage stage = new Stage();
            var picture = SwingFXUtils.toFXImage(Pictures.code(code), null);
            stage.setScene(new Scene(new StackPane(new ImageView(picture)), 560, 480));
            stage.setX(430);
            stage.setY(100);
            stage.show();
            return stage;
        });
    }

    /** A webcam that is there and that nobody opens. */
    private record UnusedWebcam(String getName) implements WebcamDevice {

        @Override
        public Dimension[] getResolutions() {
            return new Dimension[0];
        }

        @Override
        public Dimension getResolution() {
            return new Dimension(1, 1);
        }

        @Override
        public void setResolution(Dimension size) {}

        @Override
        public BufferedImage getImage() {
            throw new AssertionError("nobody chose " + getName);
        }

        @Override
        public void open() {
            throw new AssertionError("nobody chose " + getName);
        }

        @Override
        public void close() {}

        @Override
        public void dispose() {}

        @Override
        public boolean isOpen() {
            return false;
        }
    }
}
