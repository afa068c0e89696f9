package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.demo.MjpegServer;
import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scanner with a real camera: pictures over HTTP, the driver, the reader, the window. */
class ScannerScreenTest {

    @TempDir
    Path folder;

    private MjpegServer camera;
    private Screen<PlayedPhone> screen;

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

    @Test
    void codeOfTheOwnServerIsClaimedOnceAndOpensTheSheet() {
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#tab-scan");
        screen.awaitShown("#link-sheet");
        assertEquals(List.of("claim " + PlayedPhone.TOKEN.text()), screen.phone.asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.org/login | This is a web address, not a login code.",
                "WIFI:S:home;T:WPA;P:secret;; | This is a Wi-Fi login, not a login code.",
                "otherapp://link?token=1 | This code belongs to another app.",
                "just some words | This is not a login code.",
                "CBC:1:SERVERN0DE | This looks like a login code, but part of it is missing.",
                "CBC:2:ANYTHING | This code comes from another version of the app. Update the older app.",
            })
    void foreignCodeIsNamedAndNeverUsed(String code, String sentence) {
        camera.show(Pictures.code(code));
        screen.click("#tab-scan");
        screen.awaitText("#scan-message", sentence);
        screen.awaitShown("#scan-outline");
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void codeOfAnotherServerIsNamedAndNeverUsed() {
        camera.show(Pictures.code(QrText.write("ANTHER", PlayedPhone.TOKEN)));
        screen.click("#tab-scan");
        screen.await(
                "the sentence", () -> screen.text("#scan-message").startsWith("This code belongs to another server."));
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void refusedCodeIsClaimedOnce() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.CODE_EXPIRED, "This code has expired. Scan the new one.");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#tab-scan");
        screen.awaitText("#scan-message", "This code has expired. Scan the new one.");
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer("42", false));
        GuestToken next = new GuestToken("N0DE", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
        camera.show(Pictures.code(QrText.write(PlayedPhone.SERVER_ID, next)));
        screen.awaitShown("#link-sheet");
        assertEquals(List.of("claim " + PlayedPhone.TOKEN.text(), "claim " + next.text()), screen.phone.asked);
    }

    @Test
    void lostCameraIsReportedAndReturns() throws Exception {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#tab-scan");
        screen.awaitText("#scan-message", "Point the camera at the code on your computer.");
        int port = camera.port();
        camera.close();
        screen.awaitShown("#scan-trouble");
        camera = new MjpegServer(port);
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.awaitShown("#link-sheet");
    }

    @Test
    void missingCameraIsReportedWithAlternatives() {
        screen.use(new CameraChoice.Webcam(""));
        screen.click("#tab-scan");
        screen.awaitText(
                "#scan-trouble", "No camera found. Connect one, use a picture or the screen, or type the code.");
        assertTrue(screen.shows("#scan-retry") && screen.shows("#scan-type") && screen.shows("#scan-picture"));
    }

    @Test
    void leavingTheScannerClosesTheCameraAndReturningOpensIt() {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#tab-scan");
        screen.awaitGone("#scan-trouble");
        screen.click("#tab-settings");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#tab-settings");
        assertTrue(screen.phone.asked.isEmpty(), "a scanner out of sight scans nothing");
        screen.click("#tab-scan");
        screen.awaitShown("#link-sheet");
    }

    @Test
    void screenServesAsACamera() throws Exception {
        Stage computer = screen.onFx(() -> {
            Stage stage = new Stage();
            var picture = SwingFXUtils.toFXImage(Pictures.code(PlayedPhone.ownCode()), null);
            stage.setScene(new Scene(new StackPane(new ImageView(picture)), 560, 480));
            stage.setX(430);
            stage.setY(100);
            stage.show();
            return stage;
        });
        screen.click("#tab-scan").click("#scan-screen");
        screen.awaitShown("#link-sheet");
        assertEquals(new CameraChoice.Screen(), screen.settings.camera().get());
        screen.onFx(() -> {
            computer.close();
            return null;
        });
    }

    @Test
    void ownCodeWinsInAPastedPicture() {
        screen.click("#tab-scan");
        copy(Pictures.codes(900, "https://example.org", PlayedPhone.ownCode()));
        screen.click("#scan-paste");
        screen.awaitShown("#link-sheet");
    }

    @Test
    void pictureWithoutACodeIsReportedAndLeadsBack() {
        screen.click("#tab-scan");
        copy(Pictures.plain(Color.LIGHT_GRAY));
        screen.press(KeyCode.CONTROL, KeyCode.V);
        screen.awaitText("#scan-message", "There is no code in this picture.");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#scan-back");
        screen.awaitShown("#link-sheet");
    }

    @Test
    void pictureFileServesAsACamera() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        screen.use(new CameraChoice.Picture(file));
        screen.click("#tab-scan");
        screen.awaitShown("#link-sheet");
    }

    @Test
    void typedCodeIsForgivingAndAWrongOneIsReported() {
        screen.click("#tab-scan").click("#scan-type").type("#typed-code", "abc").press(KeyCode.ENTER);
        screen.await("the problem", () -> screen.text("#typed-problem").startsWith("A code has eight"));
        screen.type("#typed-code", "abcd efgo").click("#typed-submit");
        screen.awaitShown("#link-sheet");
        assertEquals(List.of("claimTyped ABCDEFG0"), screen.phone.asked);
    }

    @Test
    void refusedTypedCodeIsReportedAtItsField() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.NOT_FOUND, "There is no such code. Look again.");
        screen.click("#tab-scan")
                .click("#scan-type")
                .type("#typed-code", "ABCD-EFGH")
                .press(KeyCode.ENTER);
        screen.awaitText("#typed-problem", "There is no such code. Look again.");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#typed-code");
    }

    @Test
    void chosenNetworkCameraIsRemembered() throws Exception {
        try (MjpegServer other = new MjpegServer(0)) {
            other.show(Pictures.code(PlayedPhone.ownCode()));
            screen.click("#tab-scan").click("#scan-camera");
            screen.type("#camera-address", "not an address").click("#camera-address-use");
            screen.awaitShown("#camera-address-problem");
            screen.type("#camera-address", other.address().toString()).press(KeyCode.ENTER);
            screen.awaitShown("#link-sheet");
            assertEquals(
                    new CameraChoice.Network(other.address()),
                    screen.settings.camera().get());
        }
    }

    @Test
    void hintIsShown() {
        camera.show(photograph(0.055));
        screen.click("#tab-scan");
        screen.awaitText("#scan-message", "Move closer.");
        camera.show(Pictures.plain(new Color(20, 20, 20)));
        screen.awaitText("#scan-message", "It is too dark. Make the screen brighter.");
    }

    @Test
    void menuOffersTheOtherSourcesWithoutAWebcam() {
        screen.click("#tab-scan").click("#scan-camera");
        assertEquals(
                List.of("Camera at 127.0.0.1", "This computer's screen", "No camera"), screen.texts(".camera-option"));
    }

    @Test
    void menuShowsTheFrameRate() {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#tab-scan").click("#scan-camera");
        screen.await(
                "the pace",
                () -> screen.shows("#camera-pace")
                        && screen.text("#camera-pace").matches("Frames per second: \\d+, searched for a code: \\d+"));
    }

    @Test
    void warningIsAlwaysShown() {
        screen.click("#tab-scan");
        assertFalse(screen.text("#scan-warning").isBlank());
    }

    /** Returns a picture of the own code on a screen, with that share of the picture's height. */
    private static BufferedImage photograph(double size) {
        Card card = Card.of(PlayedPhone.ownCode(), ErrorCorrectionLevel.M, Card.LIGHT);
        Shot shot = new Shot(card, 640, 480).size(size);
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster()
                .setDataElements(0, 0, 640, 480, shot.take(new Random(1)).pixels());
        return picture;
    }

    private void copy(BufferedImage picture) {
        screen.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(SwingFXUtils.toFXImage(picture, null));
            return Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
