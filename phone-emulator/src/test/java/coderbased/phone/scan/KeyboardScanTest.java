package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.fx.ThemeChoice;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.parts.PhoneIds;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every way to a code by Tab and the keys that press a button: no mouse, and no shortcut that one must know. */
class KeyboardScanTest {

    private static final int STOPS = 40;

    private Screen<PlayedPhone> screen;

    @BeforeEach
    void theScannerByKeyboard() throws Exception {
        screen = Screen.of(PlayedPhone.signedIn(), ThemeChoice.LIGHT, new CameraChoice.Off());
        walkTo("#" + PhoneIds.TAB_SCAN).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.SCAN_CAMERA);
    }

    @AfterEach
    void over() {
        screen.close();
    }

    @Test
    void aCodeIsTyped() {
        walkTo("#" + PhoneIds.SCAN_TYPE).press(KeyCode.SPACE);
        screen.await("the field to be ready", () -> isAt("#" + PhoneIds.TYPED_CODE));
        screen.write("abcdefgh").press(KeyCode.ENTER);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals("claimTyped ABCDEFGH", screen.phone.asked.getFirst());
    }

    @Test
    void theClipboardIsPasted() {
        screen.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(SwingFXUtils.toFXImage(Pictures.code(PlayedPhone.ownCode()), null));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        walkTo("#" + PhoneIds.SCAN_PASTE).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void emptyClipboardIsReportedWhileTheCameraIsOff() {
        screen.onFx(() -> {
            Clipboard.getSystemClipboard().clear();
            return null;
        });
        walkTo("#" + PhoneIds.SCAN_PASTE).press(KeyCode.SPACE);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "The clipboard has no picture. Copy one first.");
    }

    @Test
    void pastedPictureWithoutACodeIsReportedWhileTheCameraIsOff() {
        screen.onFx(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putImage(SwingFXUtils.toFXImage(Pictures.plain(Color.GRAY), null));
            return Clipboard.getSystemClipboard().setContent(content);
        });
        walkTo("#" + PhoneIds.SCAN_PASTE).press(KeyCode.SPACE);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "There is no code in this picture.");
    }

    @Test
    void typedCodeHintNamesTheDesktopsLink() {
        walkTo("#" + PhoneIds.SCAN_TYPE).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.TYPED_CODE);
        assertTrue(screen.texts(".text-muted").stream().anyMatch(hint -> hint.contains("“No camera?”")));
        screen.write("abc").press(KeyCode.ENTER);
        screen.awaitText("#" + PhoneIds.TYPED_PROBLEM, said -> said.contains("“No camera?”"));
    }

    @Test
    void anotherCameraIsChosen() {
        walkTo("#" + PhoneIds.SCAN_CAMERA).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.CAMERA_LIST);
        while (!isOn("This computer's screen")) {
            screen.press(KeyCode.TAB);
        }
        screen.press(KeyCode.SPACE);
        screen.awaitGone("#" + PhoneIds.CAMERA_LIST);
        assertEquals(new CameraChoice.Screen(), screen.settings.camera().get());
    }

    @Test
    void escapeReturnsToThePreviousScreen() {
        for (String way : new String[] {"#" + PhoneIds.SCAN_CAMERA, "#" + PhoneIds.SCAN_TYPE}) {
            walkTo(way).press(KeyCode.SPACE);
            screen.await(way + " to have opened", () -> !isAt(way));
            screen.press(KeyCode.ESCAPE);
            screen.await("the focus back on " + way, () -> isAt(way));
        }
    }

    @Test
    void keyboardStaysInThePanelOverTheScanner() {
        walkTo("#" + PhoneIds.SCAN_CAMERA).press(KeyCode.SPACE);
        screen.awaitShown("#" + PhoneIds.CAMERA_LIST);
        List<String> round = new ArrayList<>();
        for (int stop = 0; stop < STOPS; stop++) {
            round.add(whereInThePanel());
            screen.press(KeyCode.TAB);
        }
        int length = round.lastIndexOf(round.getFirst()) - round.indexOf(round.getFirst());
        assertTrue(length > 0, "it comes round again: " + round);
        while (!whereInThePanel().equals(round.getFirst())) {
            screen.press(KeyCode.TAB);
        }
        screen.press(KeyCode.SHIFT, KeyCode.TAB);
        assertEquals(round.get(length - 1), whereInThePanel(), "and the other way: " + round);
    }

    /** Returns the focused node, which must be a part of the open panel. */
    private String whereInThePanel() {
        Node focused = screen.focused();
        Node panel = screen.onFx(() -> screen.node("#" + PhoneIds.CAMERA_LIST).getParent());
        for (Node at = focused; at != panel; at = at.getParent()) {
            if (at == null) {
                return fail("the keyboard is outside: " + focused);
            }
        }
        return focused.toString();
    }

    private Screen<PlayedPhone> walkTo(String query) {
        screen.awaitShown(query);
        for (int stop = 0; stop < STOPS; stop++) {
            if (isAt(query)) {
                return screen;
            }
            screen.press(KeyCode.TAB);
        }
        return fail("the Tab key never comes to " + query + "; it is at " + screen.focused());
    }

    private boolean isOn(String words) {
        return screen.focused() instanceof Labeled focused && words.equals(focused.getText());
    }

    private boolean isAt(String query) {
        Node focused = screen.focused();
        return focused != null && query.equals("#" + focused.getId());
    }
}
