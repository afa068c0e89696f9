package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.CameraTrouble;
import coderbased.camera.Look;
import coderbased.i18n.Messages;
import coderbased.protocol.QrText;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import coderbased.qr.ReadResult;
import coderbased.qr.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sentences that only a camera's picture brings up. */
class ScanSentencesTest {

    @AfterEach
    void english() {
        Messages.use(Locale.ENGLISH);
    }

    @Test
    void unreadablePictureIsTriedAgain() {
        assertTrue(CameraTrouble.UNREADABLE.mayPass());
        assertEquals("The camera picture could not be read. Trying again.", CameraWords.of(CameraTrouble.UNREADABLE));
    }

    @Test
    void everySentenceIsItsOwn() {
        assertEquals(sentences().count(), sentences().distinct().count());
    }

    @Test
    void noSentenceWasLeftInCode() {
        Messages.use(Messages.PSEUDO);
        assertEquals(
                List.of(),
                sentences().filter(text -> text.matches("(?s).*[A-Za-z].*")).toList());
    }

    private static Stream<String> sentences() {
        return Stream.of(
                        Arrays.stream(CameraTrouble.values()).map(CameraWords::of),
                        Arrays.stream(Hint.values())
                                .map(hint -> ScanMessage.of(hint, ScanMessage.asking())
                                        .words()),
                        Stream.of(
                                ScanMessage.aim(true).words(),
                                ScanMessage.aim(false).words()),
                        Arrays.stream(QrText.Kind.values()).map(kind -> refusal(new QrText.Foreign(kind))),
                        Stream.of(refusal(new QrText.OtherServer()), refusal(new QrText.OtherVersion("9"))))
                .flatMap(texts -> texts);
    }

    private static String refusal(QrText code) {
        Reading reading = new Reading("text", new Outline(null, null, null, null), "");
        Look look = new Look(new ReadResult(List.of(reading), Hint.NONE), 1, 1, false);
        return ScanVerdict.of(look, text -> code) instanceof ScanVerdict.NotOurs(String sentence, Outline _)
                ? sentence
                : "";
    }
}
