package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import coderbased.camera.CameraChoice;
import coderbased.camera.Pictures;
import coderbased.client.PhoneState;
import coderbased.phone.PlayedPhone;
import coderbased.phone.Screen;
import coderbased.phone.link.NewLinkScreenTest;
import coderbased.phone.parts.PhoneIds;
import coderbased.protocol.DisconnectReason;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LinkStatus.Step;
import coderbased.protocol.QrText;
import java.awt.Color;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests of the codes that the scanner must not claim: those that were answered, and those behind a sheet. */
class AnsweredCodesTest extends FilmedScreen {

    private static final GuestToken NEXT = new GuestToken("N0DE", "ZZZZZZZZZZZZZZZZZZZZZZZZZZ");

    @TempDir
    Path folder;

    /** The sheets and covers that can be in front of the scanner. */
    enum Cover {
        TYPED_CODE,
        CAMERAS,
        CONFIRM,
        PASSWORD,
        STOPPED;

        void open(Screen<PlayedPhone> screen) {
            switch (this) {
                case TYPED_CODE -> screen.click("#" + PhoneIds.SCAN_TYPE).awaitShown("#" + PhoneIds.TYPED_CODE);
                case CAMERAS -> screen.click("#" + PhoneIds.SCAN_CAMERA).awaitShown("#" + PhoneIds.CAMERA_ADDRESS);
                case CONFIRM -> {
                    screen.phone.newLinks(NewLinkScreenTest.link("s1", "Kiosk"));
                    screen.click("#" + PhoneIds.NEW_LINK_NO).awaitShown("#" + PhoneIds.CONFIRM_YES);
                }
                case PASSWORD -> {
                    CONFIRM.open(screen);
                    screen.click("#" + PhoneIds.CONFIRM_YES)
                            .click("#" + PhoneIds.NEW_LINK_PASSWORD)
                            .awaitShown("#" + PhoneIds.PASSWORD_PRESENT);
                }
                case STOPPED -> {
                    screen.phone.become(new PhoneState.Stopped(DisconnectReason.CONNECTED_ELSEWHERE));
                    screen.awaitShown("#" + PhoneIds.STOPPED);
                }
            }
        }

        void close(Screen<PlayedPhone> screen) {
            if (this == STOPPED) {
                screen.phone.become(new PhoneState.SignedIn(PlayedPhone.ADA, null));
            } else {
                screen.press(KeyCode.ESCAPE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkEnd.class,
            names = {"DENIED", "CANCELLED"})
    void answeredComputerIsNotScannedAgainUntilItsCodeHasLeftTheView(LinkEnd end) {
        scan();
        end(end);
        camera.show(Pictures.code(QrText.write(PlayedPhone.SERVER_ID, NEXT))); // as the desktop does at once
        screen.click("#" + PhoneIds.LINK_DONE);
        awaitAnswered();
        screen.click("#" + PhoneIds.TAB_CHATS).click("#" + PhoneIds.TAB_SCAN);
        awaitAnswered();
        assertEquals(1, claims());
        camera.show(Pictures.plain(Color.GRAY));
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "Point the camera at the code on your computer.");
        camera.show(Pictures.code(QrText.write(PlayedPhone.SERVER_ID, NEXT)));
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(2, claims());
    }

    @Test
    void answeredComputerIsScannedAgainAtAPress() {
        scan();
        end(LinkEnd.CANCELLED);
        screen.click("#" + PhoneIds.LINK_DONE);
        awaitAnswered();
        screen.click("#" + PhoneIds.SCAN_AGAIN);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(2, claims());
    }

    @Test
    void answeredPictureIsNotScannedAgain() throws Exception {
        Path file = folder.resolve("code.png");
        ImageIO.write(Pictures.code(PlayedPhone.ownCode()), "png", file.toFile());
        screen.use(new CameraChoice.Picture(file));
        screen.click("#" + PhoneIds.TAB_SCAN).awaitShown("#" + PhoneIds.LINK_SHEET);
        end(LinkEnd.CANCELLED);
        screen.click("#" + PhoneIds.LINK_DONE);
        awaitAnswered();
        assertEquals(1, claims());
    }

    @Test
    void newCodeIsScannedAtOnceIfNobodyAnsweredTheOldOne() {
        scan();
        end(LinkEnd.EXPIRED);
        camera.show(Pictures.code(QrText.write(PlayedPhone.SERVER_ID, NEXT)));
        screen.click("#" + PhoneIds.LINK_DONE);
        screen.await("the new code to be claimed", () -> screen.phone.asked.contains("claim " + NEXT.text()));
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @Test
    void refusedCodeIsTriedAgainAfterAForeignCodeTookItsPlace() {
        screen.phone.offer = PlayedPhone.refusal(ErrorCode.TRY_LATER, "Not now.");
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.TAB_SCAN);
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, "Not now.");
        screen.phone.offer = CompletableFuture.completedFuture(PlayedPhone.offer("42", false));
        camera.show(Pictures.code("https://example.org/"));
        screen.awaitText("#" + PhoneIds.SCAN_MESSAGE, said -> said.contains("web address"));
        int seen = screen.phone.reads.get();
        screen.await("the foreign code to be looked at", () -> screen.phone.reads.get() > seen + 20);
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    @ParameterizedTest
    @EnumSource(Cover.class)
    void nothingIsScannedBehindASheet(Cover cover) {
        camera.show(Pictures.plain(Color.GRAY));
        screen.click("#" + PhoneIds.TAB_SCAN).awaitGone("#" + PhoneIds.SCAN_TROUBLE);
        cover.open(screen);
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.await("the code to be looked at", () -> screen.phone.reads.get() > 3);
        assertEquals(0, claims());
        assertFalse(screen.shows("#" + PhoneIds.LINK_SHEET));
        cover.close(screen);
        screen.awaitShown("#" + PhoneIds.LINK_SHEET);
        assertEquals(1, claims());
    }

    private void scan() {
        camera.show(Pictures.code(PlayedPhone.ownCode()));
        screen.click("#" + PhoneIds.TAB_SCAN).awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    /** Ends the link, on the computer or by a press here. */
    private void end(LinkEnd end) {
        screen.clock.turn(Duration.ofSeconds(1)); // presses count only then
        if (end == LinkEnd.DENIED) {
            screen.click("#" + PhoneIds.LINK_DENY);
            screen.phone.answer.complete(new LinkStatus("L1", Step.ENDED, end, null));
        } else {
            screen.phone.tell(new LinkStatus("L1", Step.ENDED, end, null));
        }
    }

    private void awaitAnswered() {
        screen.awaitText(
                "#" + PhoneIds.SCAN_MESSAGE,
                "You answered this computer. To scan it again, first move its code out of view.");
    }

    private long claims() {
        return screen.phone.asked.stream()
                .filter(asked -> asked.startsWith("claim "))
                .count();
    }
}
