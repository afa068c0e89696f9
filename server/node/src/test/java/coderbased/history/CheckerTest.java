package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.history.Anomaly.Kind;
import coderbased.history.Event.Shown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Histories by hand: what is good passes, and each thing that must not be is found and named. */
final class CheckerTest {

    private static final String HERE = "conversation";

    private final List<Event> history = new ArrayList<>();

    @BeforeEach
    void adaAndBobBelong() {
        note(Event.Kind.BELONGS, "ada", Shown.NONE, 0);
        note(Event.Kind.BELONGS, "bob", Shown.NONE, 0);
    }

    @Test
    void nothingIsWrongWithTwoWhoTalk() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        said("bob", 2, "and hello", 1);
        shown("ada", 2, "and hello", 1);
        assertFound();
    }

    @Test
    void historyThatIsLoadedLaterIsInItsPlace() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        said("ada", 3, "three", 2);
        shown("bob", 3, "three", 0);
        shown("bob", 1, "one", 0);
        shown("bob", 2, "two", 1);
        assertFound();
    }

    @Test
    void whatScrolledOutAndBackWasShownOnceAtATime() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        note(Event.Kind.GONE, "bob", line(1, "hello"), 0);
        shown("bob", 1, "hello", 0);
        assertFound();
    }

    @Test
    void whatWasNotAcknowledgedAndIsThereIsFine() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        shown("bob", 1, "hello", 0);
        acknowledged("ada", 1, "hello", 0);
        assertFound();
    }

    @Test
    void acknowledgedAndNeverShownIsLost() {
        said("ada", 1, "hello", 0);
        assertFound(Kind.LOST);
    }

    @Test
    void acknowledgedAndShownUnderAnotherNumberIsLostAndStoredTwice() {
        said("ada", 1, "hello", 0);
        shown("bob", 2, "hello", 0);
        assertFound(Kind.DUPLICATE, Kind.LOST);
    }

    @Test
    void twiceOnOneScreenIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        shown("bob", 1, "hello", 1);
        assertFound(Kind.DUPLICATE, Kind.NON_MONOTONIC);
    }

    @Test
    void onItsWayAndStoredOnOneScreenIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        note(Event.Kind.SHOWN, "ada", line(0, "hello"), 0);
        acknowledged("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        assertFound(Kind.DUPLICATE);
    }

    @Test
    void belowAMessageWithAHigherNumberIsFound() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        shown("bob", 2, "two", 0);
        shown("bob", 1, "one", 1);
        assertFound(Kind.NON_MONOTONIC);
    }

    @Test
    void storedInAnotherOrderThanItWasSaidIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "one"), 0);
        note(Event.Kind.SENT, "ada", line(0, "two"), 0);
        acknowledged("ada", 1, "two", 0);
        acknowledged("ada", 2, "one", 1);
        shown("bob", 1, "two", 0);
        shown("bob", 2, "one", 1);
        assertFound(Kind.NON_MONOTONIC);
    }

    @Test
    void aHoleThatTheNumbersDoNotHaveIsFound() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        said("ada", 3, "three", 2);
        shown("bob", 1, "one", 0);
        shown("bob", 3, "three", 1);
        assertFound(Kind.SKIP, Kind.LOST);
    }

    @Test
    void oneNumberWithTwoTextsIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        note(Event.Kind.SENT, "bob", line(0, "no"), 0);
        note(Event.Kind.GONE, "bob", line(1, "hello"), 0);
        acknowledged("bob", 1, "no", 0);
        assertFound(Kind.DIVERGENCE, Kind.LOST);
    }

    @Test
    void aTextThatNobodySaidIsFound() {
        shown("bob", 1, "hello", 0);
        assertFound(Kind.PHANTOM);
    }

    @Test
    void aTextFromAnotherConversationIsFound() {
        history.add(new Event(0, Event.Kind.SENT, "ada", "elsewhere", line(0, "hello"), 0));
        history.add(new Event(0, Event.Kind.ACKNOWLEDGED, "ada", "elsewhere", line(1, "hello"), 0));
        shown("bob", 1, "hello", 0);
        assertFound(Kind.PHANTOM);
    }

    @Test
    void refusedAndShownAllTheSameIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        note(Event.Kind.REFUSED, "ada", line(0, "hello"), 0);
        shown("bob", 1, "hello", 0);
        assertFound(Kind.ABORTED_READ);
    }

    @Test
    void neitherAcknowledgedNorRefusedAtTheEndIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        assertFound(Kind.UNANSWERED);
    }

    @Test
    void everyEventComesBackFromItsLine() {
        Event event =
                new Event(12, Event.Kind.SHOWN, "ada-phone", HERE, new Shown("name", 7, History.digest("\t\n")), 3);
        assertEquals(event, Event.read(event.text()));
    }

    private void said(String device, long seq, String text, int place) {
        note(Event.Kind.SENT, device, line(0, text), 0);
        acknowledged(device, seq, text, place);
    }

    private void acknowledged(String device, long seq, String text, int place) {
        shown(device, seq, text, place);
        note(Event.Kind.ACKNOWLEDGED, device, line(seq, text), place);
    }

    private void shown(String device, long seq, String text, int place) {
        note(Event.Kind.SHOWN, device, line(seq, text), place);
    }

    private void note(Event.Kind kind, String device, Shown line, int place) {
        history.add(new Event(0, kind, device, HERE, line, place));
    }

    private static Shown line(long seq, String text) {
        return new Shown("name of " + text, seq, text);
    }

    private void assertFound(Kind... kinds) {
        List<Anomaly> found = Checker.check(history);
        assertEquals(List.of(kinds), found.stream().map(Anomaly::kind).toList(), found.toString());
    }
}
