package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.demo.MjpegServer;
import coderbased.phone.PlayedPhone;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import coderbased.qr.synthetic.Card;
import coderbased.qr.synthetic.Shot;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scanner with a real camera: pictures over HTTP, the driver, the reader, the window. */
class ScannerScreenTest extends FilmedScreen {

    @TempDir
    Path folder;

    @Test
    void codeOfTheOwnServerIsClaimedOnceAndOpensTheSheet() {
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
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
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, sentence);
        screen.awaitShown("#" + PhoneIds.SCAN_OUTLINE);
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void codeOfAnotherServerIsNamedAndNeverUsed() {
        camera.show(Pictures.code(QrText.write("ANTHER", PlayedPhone.TOKEN)));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, said -> said.startsWith("This code belongs to another server."));
        assertTrue(screen.phone.asked.isEmpty());
    }

    @Test
    void refusedCodeIsClaimedOnce() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.CODE_EXPIRED, "This code has expired. Scan the new one.");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "This code has expired. Scan the new one.");
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer("42", false));
        GuestToken next = new GuestToken("N0DE", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
        camera.show(Pictures.code(QrText.write(PlayedPhone.SERVER_ID, next)));
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(List.of("claim " + PlayedPhone.TOKEN.text(), "claim " + next.text()), screen.phone.asked);
    }

    @Test
    void lostCameraIsReportedAndReturns() throws Exception {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "Point the camera at the code on your computer.");
        int port = camera.port();
        camera.close();
        screen.awaitShown("#" + PhoneIds.SCAN_TROUBLE);
        camera = new MjpegServer(port);
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void missingCameraIsReportedWithAlternatives() {
        screen.use(new CameraChoice.Webcam(""));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText(
                "#" + PhoneIds.SCAN_TROUBLE,
                "No camera found. Connect one, use a picture or the screen, or type the code.");
        assertTrue(screen.shows("#" + PhoneIds.SCAN_RETRY)
                && screen.shows("#" + PhoneIds.SCAN_TYPE)
                && screen.shows("#" + PhoneIds.SCAN_PICTURE));
    }

    @Test
    void leavingTheScannerClosesTheCameraAndReturningOpensIt() {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitGone("#" + PhoneIds.SCAN_TROUBLE);
        screen.click("#" + PhoneIds.TAB_SETTINGS);
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.TAB_SETTINGS);
        assertTrue(screen.phone.asked.isEmpty(), "a scanner out of sight scans nothing");
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
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
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_SCREEN);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(new CameraChoice.Screen(), screen.settings.camera().get());
        screen.onFx(() -> {
            computer.close();
            return null;
        });
    }

    @Test
    void ownCodeWinsInAPastedPicture() {
        screen.click("#" + PhoneIds.TAB_SCAN);
        copy(Pictures.codes(900, "https://example.org", PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.SCAN_PASTE);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void pictureWithoutACodeIsReportedAndLeadsBack() {
        screen.click("#" + PhoneIds.TAB_SCAN);
        copy(Pictures.plain(Color.LIGHT_GRAY));
        screen.press(KeyCode.CONTROL, KeyCode.V);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "There is no code in this picture.");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.SCAN_BACK);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void pictureFileServesAsACamera() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        screen.use(new CameraChoice.Picture(file));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void typedCodeIsForgivingAndAWrongOneIsReported() {
        screen.click("#" + PhoneIds.TAB_SCAN)
                .click("#" + PhoneIds.SCAN_TYPE)
                .type("#" + PhoneIds.TYPED_CODE, "abc")
                .press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.TYPED_PROBLEM, said -> said.startsWith("A code has eight"));
        screen.type("#" + PhoneIds.TYPED_CODE, "abcd efgo").click("#" + PhoneIds.TYPED_SUBMIT);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(List.of("claimTyped ABCDEFG0"), screen.phone.asked);
    }

    @Test
    void refusedTypedCodeIsReportedAtItsField() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.NOT_FOUND, "There is no such code. Look again.");
        screen.click("#" + PhoneIds.TAB_SCAN)
                .click("#" + PhoneIds.SCAN_TYPE)
                .type("#" + PhoneIds.TYPED_CODE, "ABCD-EFGH")
                .press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.TYPED_PROBLEM, "There is no such code. Look again.");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.TYPED_CODE);
    }

    @Test
    void chosenNetworkCameraIsRemembered() throws Exception {
        try (MjpegServer other = new MjpegServer(0)) {
            other.show(Pictures.code(PlayedPhone.ownCode()));
            screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
            screen.type("#" + PhoneIds.CAMERA_ADDRESS, "not an address").click("#" + PhoneIds.CAMERA_ADDRESS_USE);
            screen.awaitShown("#" + PhoneIds.CAMERA_ADDRESS_PROBLEM);
            screen.type("#" + PhoneIds.CAMERA_ADDRESS, other.address().toString())
                    .press(KeyCode.ENTER);
            screen.awaitShown("#" + PhoneIds.LINK_SHEET);
            assertEquals(
                    new CameraChoice.Network(other.address()),
                    screen.settings.camera().get());
        }
    }

    @Test
    void networkCameraThatDoesNotAnswerIsReported() {
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
        screen.type("#" + PhoneIds.CAMERA_ADDRESS, "http://127.0.0.1:1/").click("#" + PhoneIds.CAMERA_ADDRESS_USE);
        screen.awaitGone("#" + PhoneIds.CAMERA_ADDRESS);
        screen.awaitText("#" + PhoneIds.SCAN_TROUBLE, said -> said.startsWith("No camera answers at this address."));
    }

    @Test
    void addressWithAnImpossiblePortIsRefused() {
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
        screen.type("#" + PhoneIds.CAMERA_ADDRESS, "http://127.0.0.1:99999/").click("#" + PhoneIds.CAMERA_ADDRESS_USE);
        screen.awaitShown("#" + PhoneIds.CAMERA_ADDRESS_PROBLEM);
    }

    @Test
    void pasteIsAnsweredWhateverTheCameraSees() {
        camera.show(Pictures.plain(new Color(20, 20, 20)));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "It is too dark. Make the screen brighter.");
        screen.onFx(() -> {
            Clipboard.getSystemClipboard().clear();
            return null;
        });
        screen.click("#" + PhoneIds.SCAN_PASTE);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "The clipboard has no picture. Copy one first.");
        camera.show(Pictures.code("https://example.org/"));
        screen.await("the foreign code to be seen", () -> screen.shows("#" + PhoneIds.SCAN_OUTLINE));
        screen.assertText("#" + PhoneIds.SCAN_MESSAGE, "The clipboard has no picture. Copy one first.");
        screen.clock.turn(Duration.ofSeconds(5));
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, said -> said.contains("web address"));
    }

    @Test
    void hintIsShown() {
        camera.show(photograph(0.055));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "Move closer.");
        camera.show(Pictures.plain(new Color(20, 20, 20)));
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "It is too dark. Make the screen brighter.");
    }

    @Test
    void menuOffersTheOtherSourcesWithoutAWebcam() {
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
        assertEquals(
                List.of("Camera at 127.0.0.1", "This computer's screen", "No camera"), screen.texts(".camera-option"));
    }

    @Test
    void menuShowsTheFrameRate() {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#" + PhoneIds.TAB_SCAN).click("#" + PhoneIds.SCAN_CAMERA);
        screen.await(
                "the pace",
                () -> screen.shows("#" + PhoneIds.CAMERA_PACE)
                        && screen.text("#" + PhoneIds.CAMERA_PACE)
                                .matches("Frames per second: \\d+, searched for a code: \\d+"));
    }

    @Test
    void warningIsAlwaysShown() {
        screen.click("#" + PhoneIds.TAB_SCAN);
        assertFalse(screen.text("#" + PhoneIds.SCAN_WARNING).isBlank());
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
