package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import coderbased.camera.Pictures;
import coderbased.phone.PlayedPhone;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** The codes of two computers of the own server before a real camera: the person is asked, and none is picked. */
class TwoComputersTest extends FilmedScreen {

    private static final GuestToken OTHER = new GuestToken("N0DE", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");
    private static final String OTHER_CODE = QrText.write(PlayedPhone.SERVER_ID, OTHER);
    private static final String FIRST = "#" + PhoneIds.SCAN_CHOICE + "-1";
    private static final String SECOND = "#" + PhoneIds.SCAN_CHOICE + "-2";
    private static final int STOPS = 40;

    @Test
    void aRefusalIsSaidBeforeTheQuestionComesAgain() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.CODE_EXPIRED, "This code has expired. Scan the new one.");
        ask();
        screen.shot("two-computers");
        assertEquals(List.of(), screen.phone.asked);
        assertNull(((Button) screen.node(FIRST)).getGraphic(), "a live picture is marked itself");
        screen.click(".scan-mark-number"); // of the first; the code below it takes the click
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "This code has expired. Scan the new one.");
        screen.awaitShown(SECOND);
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer("42", false));
        screen.press(KeyCode.DIGIT2).awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(List.of("claim " + PlayedPhone.TOKEN.text(), "claim " + OTHER.text()), screen.phone.asked);
    }

    @Test
    void tabAndEnterChoose() {
        ask();
        for (int stop = 0; !SECOND.equals("#" + screen.focused().getId()); stop++) {
            if (stop == STOPS) {
                fail("the Tab key never comes to the second computer");
            }
            screen.press(KeyCode.TAB);
        }
        screen.press(KeyCode.ENTER);
        claimed(OTHER);
    }

    @Test
    void escapeGoesOnScanningAndACodeAloneIsTaken() {
        ask();
        screen.press(KeyCode.ESCAPE);
        screen.awaitText(
                "#" + PhoneIds.SCAN_MESSAGE,
                "The codes of several computers are in view. Show only your own to the camera.");
        assertEquals(List.of(false, List.of()), List.of(screen.shows(FIRST), screen.phone.asked));
        camera.show(Pictures.code(OTHER_CODE));
        claimed(OTHER);
    }

    @Test
    void thePartsOfAPictureAreShownAndEscapeReturnsToTheCamera() {
        camera.show(Pictures.plain(java.awt.Color.GRAY));
        screen.click("#" + PhoneIds.TAB_SCAN);
        paste(Pictures.codes(1100, PlayedPhone.ownCode(), OTHER_CODE, "https://example.org/"));
        screen.awaitShown(SECOND);
        screen.await("the parts of the picture", () -> shownPart(FIRST) && shownPart(SECOND));
        screen.shot("two-computers-in-a-file");
        assertTrue(!screen.shows("#" + PhoneIds.SCAN_CHOICE + "-3"), "a foreign code takes no part");
        screen.press(KeyCode.ESCAPE);
        screen.awaitGone("#" + PhoneIds.SCAN_BACK);
        screen.awaitGone(FIRST);
        camera.show(Pictures.code(OTHER_CODE));
        claimed(OTHER);
    }

    private boolean shownPart(String button) {
        return screen.onFx(() -> ((Button) screen.node(button)).getGraphic() instanceof ImageView part
                && part.getImage().getWidth() > 100);
    }

    private void ask() {
        camera.show(Pictures.codes(640, PlayedPhone.ownCode(), OTHER_CODE));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitShown(SECOND);
        screen.await(
                "the question", () -> screen.text("#" + PhoneIds.SCAN_MESSAGE).contains("Which one is yours?"));
    }

    private void claimed(GuestToken token) {
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(List.of("claim " + token.text()), screen.phone.asked);
    }

    private void paste(BufferedImage picture) {
        screen.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(SwingFXUtils.toFXImage(picture, null));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        screen.click("#" + PhoneIds.SCAN_PASTE);
    }
}
