package coderbased.phone.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.camera.Look;
import coderbased.phone.PlayedPhone;
import coderbased.protocol.GuestToken;
import coderbased.protocol.QrText;
import coderbased.qr.Hint;
import coderbased.qr.Outline;
import coderbased.qr.ReadResult;
import coderbased.qr.picture.Corner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Codes that come and go between the looks at a stream. */
class CodeChoiceTest {

    private static final QrText.Ours ONE = new QrText.Ours(PlayedPhone.TOKEN);
    private static final QrText.Ours TWO = code("1123ABCDEFGHJKMNPQRSTVWXYZ");
    private static final QrText.Ours THREE = code("2123ABCDEFGHJKMNPQRSTVWXYZ");
    private static final int LONG = 15;

    private final CodeChoice choice = new CodeChoice();

    @Test
    void aCodeIsAloneAtTheSecondLook() {
        assertEquals(Optional.empty(), see(at(ONE, 100)));
        assertEquals(Optional.empty(), see());
        assertEquals(ONE, see(at(ONE, 110)).orElseThrow().code());
        assertFalse(choice.isOpen());
    }

    @Test
    void aCodeInASinglePictureIsAlone() {
        assertEquals(
                ONE, choice.see(List.of(at(ONE, 100)), look(true)).orElseThrow().code());
    }

    @Test
    void twoCodesInOneLookAreNumberedFromTheLeft() {
        assertEquals(Optional.empty(), see(at(TWO, 400), at(ONE, 100)));
        assertEquals(List.of(ONE, TWO), codes());
        assertEquals(List.of(1, 2), numbers());
    }

    @Test
    void twoCodesThatAreReadByTurnsAreNotPicked() {
        assertEquals(Optional.empty(), see(at(ONE, 100)));
        assertEquals(Optional.empty(), see(at(TWO, 400)));
        assertEquals(Optional.empty(), see());
        assertEquals(Optional.empty(), see(at(ONE, 100)));
        assertEquals(List.of(ONE, TWO), codes());
    }

    @Test
    void aCodeThatFollowsAnotherIsTaken() {
        see(at(ONE, 100));
        see(at(TWO, 100));
        assertEquals(TWO, see(at(TWO, 100)).orElseThrow().code());
    }

    @Test
    void numbersStayWhileCodesComeAndGo() {
        see(at(ONE, 100), at(TWO, 400));
        for (int i = 0; i < 10 * LONG; i++) {
            assertEquals(Optional.empty(), i % 3 == 0 ? see() : see(at(TWO, 400 + i)));
        }
        assertEquals(List.of(false, true), inView());
        see(at(TWO, 500), at(ONE, 120));
        assertEquals(List.of(1, 2), numbers());
        assertEquals(List.of(ONE, TWO), codes());
        assertEquals(List.of(true, true), inView());
    }

    @Test
    void theNextCodeAtTheSamePlaceKeepsTheNumber() {
        see(at(ONE, 100), at(TWO, 400));
        see(at(ONE, 100), at(THREE, 410));
        assertEquals(List.of(ONE, THREE), codes());
        assertEquals(Optional.of(THREE), choice.choose(2));
    }

    @Test
    void aCodeAtAnotherPlaceGetsTheNextNumber() {
        see(at(ONE, 100), at(TWO, 400));
        see(at(THREE, 250), at(ONE, 100), at(TWO, 400));
        assertEquals(List.of(ONE, TWO, THREE), codes());
    }

    @Test
    void aCodeOutOfViewIsNotTaken() {
        see(at(ONE, 100), at(TWO, 400));
        times(LONG, () -> see(at(TWO, 400)));
        assertEquals(Optional.empty(), choice.choose(1));
        assertEquals(Optional.empty(), choice.choose(3));
        assertTrue(choice.isOpen());
        assertEquals(Optional.of(TWO), choice.choose(2));
        assertFalse(choice.isOpen());
    }

    @Test
    void theChoiceEndsOnceAllCodesHaveLeft() {
        see(at(ONE, 100), at(TWO, 400));
        times(LONG - 1, this::see);
        assertTrue(choice.isOpen());
        see();
        assertFalse(choice.isOpen());
        assertEquals(Optional.empty(), see(at(ONE, 100)));
        assertEquals(ONE, see(at(ONE, 100)).orElseThrow().code());
    }

    @Test
    void theQuestionRestsUntilFewerCodesWereInViewForAWhile() {
        see(at(ONE, 100), at(TWO, 400));
        choice.rest();
        times(LONG, () -> see(at(ONE, 100), at(TWO, 400)));
        assertFalse(choice.isOpen());
        times(LONG - 1, () -> assertEquals(Optional.empty(), see(at(TWO, 400))));
        see(at(ONE, 100), at(TWO, 400));
        assertFalse(choice.isOpen(), "it was out of view for a moment");
        times(LONG, () -> see(at(TWO, 400)));
        assertEquals(TWO, see(at(TWO, 400)).orElseThrow().code());
        see(at(ONE, 100), at(TWO, 400));
        assertTrue(choice.isOpen());
    }

    private Optional<ScanVerdict.Ours> see(ScanVerdict.Ours... codes) {
        return choice.see(Arrays.asList(codes), look(false));
    }

    private static void times(int count, Runnable step) {
        for (int i = 0; i < count; i++) {
            step.run();
        }
    }

    private List<QrText.Ours> codes() {
        return choice.codes().get().codes().stream()
                .map(CodesInView.Numbered::code)
                .toList();
    }

    private List<Integer> numbers() {
        return choice.codes().get().codes().stream()
                .map(CodesInView.Numbered::number)
                .toList();
    }

    private List<Boolean> inView() {
        return choice.codes().get().codes().stream()
                .map(CodesInView.Numbered::inView)
                .toList();
    }

    private static ScanVerdict.Ours at(QrText.Ours code, int x) {
        return new ScanVerdict.Ours(
                code,
                new Outline(new Corner(x, 100), new Corner(x + 90, 100), new Corner(x + 90, 190), new Corner(x, 190)));
    }

    private static Look look(boolean still) {
        return new Look(new ReadResult(List.of(), Hint.NONE), 640, 480, still);
    }

    private static QrText.Ours code(String token) {
        return new QrText.Ours(new GuestToken("N0DE", token));
    }
}
