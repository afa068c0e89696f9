package coderbased.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.history.Anomaly.Kind;
import coderbased.history.Event.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
    void aCorrectConversationPasses() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        said("bob", 2, "and hello", 1);
        shown("ada", 2, "and hello", 1);
        assertFound();
    }

    @Test
    void historyLoadedLaterIsInItsPlace() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        said("ada", 3, "three", 2);
        shown("bob", 3, "three", 0);
        shown("bob", 1, "one", 0);
        shown("bob", 2, "two", 1);
        assertFound();
    }

    @Test
    void aMessageThatScrollsOutAndBackPasses() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        note(Event.Kind.GONE, "bob", line(1, "hello"), 0);
        shown("bob", 1, "hello", 0);
        assertFound();
    }

    @Test
    void anUnacknowledgedStoredMessagePasses() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        shown("bob", 1, "hello", 0);
        acknowledged("ada", 1, "hello", 0);
        assertFound();
    }

    @Test
    void anAcknowledgedMessageThatIsNeverShownIsLost() {
        said("ada", 1, "hello", 0);
        assertFound(Kind.LOST);
    }

    @Test
    void anAcknowledgedMessageUnderAnotherNumberIsLostAndStoredTwice() {
        said("ada", 1, "hello", 0);
        shown("bob", 2, "hello", 0);
        assertFound(Kind.DUPLICATE, Kind.LOST);
    }

    @Test
    void aMessageTwiceOnOneScreenIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        shown("bob", 1, "hello", 1);
        assertFound(Kind.DUPLICATE, Kind.NON_MONOTONIC);
    }

    @Test
    void aPendingAndStoredMessageOnOneScreenIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        note(Event.Kind.SHOWN, "ada", line(0, "hello"), 0);
        acknowledged("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        assertFound(Kind.DUPLICATE);
    }

    @Test
    void aMessageBelowAHigherNumberIsFound() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        shown("bob", 2, "two", 0);
        shown("bob", 1, "one", 1);
        assertFound(Kind.NON_MONOTONIC);
    }

    @Test
    void aWrongStorageOrderIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "one"), 0);
        note(Event.Kind.SENT, "ada", line(0, "two"), 0);
        acknowledged("ada", 1, "two", 0);
        acknowledged("ada", 2, "one", 1);
        shown("bob", 1, "two", 0);
        shown("bob", 2, "one", 1);
        assertFound(Kind.NON_MONOTONIC);
    }

    @Test
    void aGapOnTheScreenIsFound() {
        said("ada", 1, "one", 0);
        said("ada", 2, "two", 1);
        said("ada", 3, "three", 2);
        shown("bob", 1, "one", 0);
        shown("bob", 3, "three", 1);
        assertFound(Kind.SKIP, Kind.LOST);
    }

    @Test
    void aNumberWithTwoTextsIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        note(Event.Kind.SENT, "bob", line(0, "no"), 0);
        note(Event.Kind.GONE, "bob", line(1, "hello"), 0);
        acknowledged("bob", 1, "no", 0);
        assertFound(Kind.DIVERGENCE, Kind.LOST);
    }

    @Test
    void aTextThatNobodySentIsFound() {
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
    void aRefusedMessageThatIsShownIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        note(Event.Kind.REFUSED, "ada", line(0, "hello"), 0);
        shown("bob", 1, "hello", 0);
        assertFound(Kind.ABORTED_READ);
    }

    @Test
    void anUnansweredMessageAtTheEndIsFound() {
        note(Event.Kind.SENT, "ada", line(0, "hello"), 0);
        assertFound(Kind.UNANSWERED);
    }

    @Test
    void editsReactionsAndMarkersPass() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        edited("ada", 1, "hello", "better", "ada");
        edited("bob", 1, "hello", "better", null);
        reacted("bob", "👍");
        reactionShown("bob", "", "bob=👍");
        reactionShown("ada", "", "bob=👍");
        note(Event.Kind.READ, "bob", line(1, ""), 0);
        moved("bob", 1);
        moved("ada", 1);
        assertFound();
    }

    @Test
    void readerWhoSawOnlyTheEditHasReadTheMessage() {
        said("ada", 1, "hello", 0);
        edited("ada", 1, "hello", "better", "ada");
        shown("bob", 1, "better", 0);
        assertFound();
    }

    @Test
    void anEditMissingOnAScreenAtTheEndIsLost() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        edited("ada", 1, "hello", "better", "ada");
        assertFound(Kind.LOST);
    }

    @Test
    void anEditNeedNotAppearOnItsOwnScreen() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        note(Event.Kind.EDITED, "ada", line(1, "better"), 0);
        assertFound();
    }

    @Test
    void anOlderTextInPlaceOfANewerOneIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        edited("ada", 1, "hello", "better", "ada");
        edited("bob", 1, "hello", "better", null);
        edited("bob", 1, "better", "hello", null);
        edited("bob", 1, "hello", "better", null);
        assertFound(Kind.WENT_BACK);
    }

    @Test
    void anEditOfAnotherMessageIsFound() {
        said("ada", 1, "hello", 0);
        shown("bob", 1, "hello", 0);
        said("ada", 2, "you", 1);
        shown("bob", 2, "you", 1);
        note(Event.Kind.EDITED, "ada", line(1, "better"), 0);
        note(Event.Kind.GONE, "bob", line(2, "you"), 1);
        shown("bob", 2, "better", 1);
        assertFound(Kind.DIVERGENCE);
    }

    @Test
    void aReactionMissingOnAScreenAtTheEndIsLost() {
        said("ada", 1, "better", 0);
        shown("bob", 1, "better", 0);
        reacted("bob", "👍");
        reactionShown("bob", "", "bob=👍");
        assertFound(Kind.LOST);
    }

    @Test
    void aReactionThatNobodyMadeIsFound() {
        said("ada", 1, "better", 0);
        shown("bob", 1, "better", 0);
        reactionShown("ada", "", "bob=👍");
        assertFound(Kind.PHANTOM);
    }

    @Test
    void aMarkerThatGoesBackIsFound() {
        moved("ada", 3);
        moved("ada", 2);
        assertFound(Kind.WENT_BACK);
    }

    @Test
    void aReadMessageWithoutAMarkerIsFound() {
        note(Event.Kind.READ, "bob", line(3, ""), 0);
        moved("bob", 3);
        moved("ada", 2);
        assertFound(Kind.LOST, Kind.DIVERGENCE);
    }

    @Test
    void everyEventSurvivesItsTextForm() {
        Event event = new Event(
                12, Event.Kind.SHOWN, "ada-phone", HERE, new Shown("name", 7, History.digest("\t\n"), "ada=👍"), 3);
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

    /** A line gets another text; {@code by}: whoever does it, who is noted before. */
    private void edited(String device, long seq, String from, String to, @Nullable String by) {
        if (by != null) {
            note(Event.Kind.EDITED, by, line(seq, to), 0);
        }
        note(Event.Kind.GONE, device, line(seq, from), (int) seq - 1);
        shown(device, seq, to, (int) seq - 1);
    }

    private void reacted(String device, String emoji) {
        note(Event.Kind.REACTED, device, new Shown("", 1, "", emoji), 0);
    }

    private void reactionShown(String device, String before, String now) {
        note(Event.Kind.GONE, device, new Shown("name of better", 1, "better", before), 0);
        note(Event.Kind.SHOWN, device, new Shown("name of better", 1, "better", now), 0);
    }

    /** A device shows that Bob has come that far. */
    private void moved(String device, long seq) {
        note(Event.Kind.MARKERS, device, new Shown("bob", seq, ""), (int) seq);
    }

    private void note(Event.Kind kind, String device, Shown line, int place) {
        history.add(new Event(0, kind, device, HERE, line, place));
    }

    private static Shown line(long seq, String text) {
        return new Shown("name of " + text, seq, text);
    }

    private void assertFound(Kind... kinds) {
        List<Anomaly> found = Checker.check(history.stream());
        assertEquals(List.of(kinds), found.stream().map(Anomaly::kind).toList(), found.toString());
    }
}
