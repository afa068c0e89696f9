package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import coderbased.camera.Look;
import coderbased.phone.PlayedPhone;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import coderbased.qr.ReadResult;
import coderbased.qr.Reading;
import coderbased.qr.picture.Corner;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ScanVerdictTest {

    private static final Corner CORNER = new Corner(0, 0);
    private static final Outline OUTLINE = new Outline(CORNER, CORNER, CORNER, CORNER);

    @Test
    void ownCodeWinsAmongSeveral() {
        ScanVerdict verdict = judge("https://example.org", PlayedPhone.ownCode(), "WIFI:S:home;;");
        assertEquals(
                PlayedPhone.TOKEN,
                assertInstanceOf(ScanVerdict.Ours.class, verdict).code().token());
    }

    @Test
    void ofTwoOwnCodesNoneIsPicked() {
        String other = QrText.write(PlayedPhone.SERVER_ID, new GuestToken("N0DE", "0123ABCDEFGHJKMNPQRSTVWXYZ"));
        assertEquals(
                2,
                assertInstanceOf(ScanVerdict.Several.class, judge(PlayedPhone.ownCode(), "WIFI:S:home;;", other))
                        .codes()
                        .size());
        assertInstanceOf(ScanVerdict.Ours.class, judge(PlayedPhone.ownCode(), PlayedPhone.ownCode()));
    }

    @Test
    void aForeignCodeIsNamed() {
        assertEquals(
                "This is a Wi-Fi login, not a login code.",
                assertInstanceOf(ScanVerdict.NotOurs.class, judge("WIFI:S:home;;"))
                        .sentence());
    }

    @Test
    void anEmptyPictureKeepsItsHint() {
        assertEquals(
                Hint.GLARE,
                assertInstanceOf(
                                ScanVerdict.Nothing.class,
                                ScanVerdict.of(
                                        new Look(new ReadResult(java.util.List.of(), Hint.GLARE), 1, 1, false),
                                        text -> QrText.read(text, PlayedPhone.SERVER_ID)))
                        .hint());
    }

    @Test
    void aHintIsShownOnlyOnceItIsSteady() {
        SteadyHint steady = new SteadyHint();
        for (int i = 0; i < 3; i++) {
            assertEquals(Hint.NONE, steady.after(Hint.MOVE_CLOSER));
        }
        assertEquals(Hint.MOVE_CLOSER, steady.after(Hint.MOVE_CLOSER));
        assertEquals(Hint.MOVE_CLOSER, steady.after(Hint.NONE), "one look without it does not take it away");
        for (int i = 0; i < 7; i++) {
            steady.after(Hint.NONE);
        }
        assertEquals(Hint.NONE, steady.after(Hint.NONE));
    }

    private static ScanVerdict judge(String... texts) {
        var readings = Arrays.stream(texts)
                .map(text -> new Reading(text, OUTLINE, "test"))
                .toList();
        return ScanVerdict.of(
                new Look(new ReadResult(readings, Hint.NONE), 640, 480, false),
                text -> QrText.read(text, PlayedPhone.SERVER_ID));
    }
}
