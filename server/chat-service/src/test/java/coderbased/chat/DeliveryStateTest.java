package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.chat.DeliveryState.Next;
import coderbased.protocol.Contact;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deliveries to the devices of one account: told once, in order, and never older than what was told. */
final class DeliveryStateTest {

    private static final String TALK = "talk";

    private final DeliveryState state = new DeliveryState();

    @Test
    void changesAreToldInOrderAndOnce() {
        state.begin(List.of(conversation(5)));
        assertEquals(Next.PASS_OVER, next(5));
        assertEquals(Next.TELL, next(6));
        assertEquals(Next.PASS_OVER, next(6));
        assertEquals(Next.TELL, next(7));
        assertEquals(7, state.last(TALK));
    }

    @Test
    void aGapIsReadBeforeWhatFollows() {
        state.begin(List.of(conversation(5)));
        assertEquals(Next.READ, next(7));
        assertEquals(7, state.awaited(TALK));
        assertEquals(Next.PASS_OVER, next(9));
        assertEquals(Next.PASS_OVER, next(8));
        assertEquals(9, state.awaited(TALK));
        assertEquals(5, state.last(TALK));
        state.toldUpTo(TALK, 9);
        state.isRead(TALK);
        assertEquals(0, state.awaited(TALK));
        assertEquals(Next.TELL, next(10));
    }

    @Test
    void aNewConversationIsToldFromItsFirstDeliveryOn() {
        assertTrue(state.isUnknown(TALK));
        assertEquals(Next.TELL, next(5));
        assertEquals(Next.TELL, next(6));
        assertEquals(Next.TELL, next(4), "from before the first delivery");
        assertEquals(Next.PASS_OVER, next(5));
        state.tellWholly(conversation(6));
        assertEquals(Next.PASS_OVER, next(4));
        assertFalse(state.isUnknown(TALK));
    }

    @Test
    void onlyWhatIsMissingIsReadAndOnce() {
        state.begin(List.of(conversation(5)));
        assertFalse(state.beginReading(conversation(5)));
        assertTrue(state.beginReading(conversation(6)));
        assertEquals(6, state.awaited(TALK));
        assertFalse(state.beginReading(conversation(7)));
    }

    @Test
    void aStateIsNewsUntilItWasTold() {
        state.begin(List.of(conversation(5)));
        assertFalse(state.isNews(told(new State(TALK, 5, 0))));
        assertTrue(state.isNews(told(new State(TALK, 6, 0))));
        assertFalse(state.isNews(told(new State(TALK, 6, 0))));
        assertTrue(state.isNews(told(new State(TALK, 6, 0).asPart())), "marks have no number");
        assertFalse(state.isNews(told(new State(TALK, 5, 0).asPart())));
        assertTrue(state.isNews(told(null)), "it tells of no state");
        assertTrue(state.isNews(told(new State("other", 0, 0))));
    }

    @Test
    void anOlderInvitationIsNoNewPart() {
        state.begin(List.of(conversation(5, 0, 3)));
        assertFalse(state.isNews(told(new State(TALK, 5, 0, State.NONE, 2).asPart())));
        assertTrue(state.isNews(told(new State(TALK, 5, 0, State.NONE, 3).asPart())));
        assertTrue(state.hasNewer(new State(TALK, 5, 0, State.NONE, 2)));
        assertFalse(state.hasNewer(new State(TALK, 5, 0, State.NONE, 3)));
    }

    @Test
    void notesAreToldInTheirOrder() {
        state.begin(List.of(conversation(5, 3, 0)));
        assertFalse(state.isNews(told(State.notes(TALK, 0, 3))));
        assertTrue(state.isNews(told(State.notes(TALK, 0, 4))));
        assertFalse(state.isNews(told(State.notes(TALK, 0, 4))));
        assertTrue(state.isNews(told(State.notes(TALK, 0, State.NONE))), "it tells of no notes");
        assertTrue(state.hasOlderNotes(told(new State(TALK, 6, 0, 3, 0))));
        assertFalse(state.hasOlderNotes(told(new State(TALK, 6, 0, 4, 0))));
        assertFalse(state.hasOlderNotes(told(new State(TALK, 6, 0))));
        assertFalse(state.hasOlderNotes(told(State.notes(TALK, 0, 3))));
        assertFalse(state.hasOlderNotes(told(null)));
        assertTrue(state.hasNewer(new State(TALK, 5, 0, 3, 0)));
        assertFalse(state.hasNewer(new State(TALK, 5, 0, 4, 0)));
        assertTrue(state.hasNewer(new State(TALK, 4, 0, 4, 0)));
        state.tellWholly(conversation(6, 7, 0));
        assertFalse(state.isNews(told(State.notes(TALK, 0, 7))), "told with the conversation");
    }

    @Test
    void theListOfInvitationsIsToldInItsOrder() {
        assertTrue(state.isNews(told(State.invitations(0))));
        assertFalse(state.isNews(told(State.invitations(0))));
        assertTrue(state.isNews(told(State.invitations(2))));
        assertFalse(state.isNews(told(State.invitations(1))));
    }

    @Test
    void anotherDeviceTakesNoNewsFromTheOthers() {
        state.another(List.of(conversation(5)));
        assertFalse(state.isUnknown(TALK));
        assertTrue(state.isNews(told(new State(TALK, 5, 0))));
        assertFalse(state.isNews(told(new State(TALK, 4, 0))));
        state.another(List.of(conversation(3)));
        assertFalse(state.isNews(told(new State(TALK, 5, 0))));
    }

    @Test
    void aGoneConversationComesBackOnlyWithSomethingNewer() {
        state.begin(List.of(conversation(5)));
        state.tellGone(TALK);
        assertTrue(state.isUnknown(TALK));
        assertEquals(0, state.last(TALK));
        assertFalse(state.isNews(told(new State(TALK, 5, 0))));
        assertTrue(state.isNews(told(new State(TALK, 6, 0))));
        state.tellGone("never told");
        assertFalse(state.isNews(told(new State("never told", 0, 0))));
        assertTrue(state.isNews(told(new State("never told", 1, 0))));
        for (Runnable back : List.<Runnable>of(
                () -> state.begin(List.of(conversation(1))),
                () -> state.another(List.of(conversation(1))),
                () -> state.tellWholly(conversation(1)))) {
            state.tellWholly(conversation(9));
            state.tellGone(TALK);
            back.run();
            assertTrue(state.isNews(told(new State(TALK, 2, 0))));
        }
    }

    @Test
    void aComparisonLeavesAloneWhatIsToldMeanwhile() {
        state.begin(List.of(conversation(5)));
        assertEquals(Set.of(TALK), state.beginComparing());
        assertTrue(state.isCurrent(conversation(5)));
        assertFalse(state.isCurrent(conversation(4)));
        assertFalse(state.isHeard(TALK));
        state.hear(new Delivery(Set.of("ada"), null, new Place(TALK, 6), "text"));
        assertTrue(state.isHeard(TALK));
        assertTrue(state.isCurrent(conversation(5)), "a message is no state");
        state.hear(told(new State("other", 6, 0)));
        assertTrue(state.isHeard("other"));
        state.hear(told(new State(TALK, 6, 0)));
        assertFalse(state.isCurrent(conversation(6)));
        state.beginComparing();
        assertFalse(state.isHeard(TALK));
        assertTrue(state.isCurrent(conversation(6)));
        state.hear(told(State.invitations(1)));
        assertFalse(state.isHeard(State.INVITATIONS));
        state.rename("bob");
        assertTrue(state.isCurrent(conversation(6)));
        state.rename("ada");
        assertFalse(state.isCurrent(conversation(6)));
        state.beginComparing();
        assertTrue(state.isCurrent(conversation(6)));
    }

    @Test
    void aConversationOfWhichOnlyTheStateWasToldIsKnown() {
        assertTrue(state.isNews(told(new State(TALK, 5, 0))));
        next("other", 3);
        assertEquals(Set.of(TALK, "other"), state.beginComparing());
    }

    private Next next(long rev) {
        return next(TALK, rev);
    }

    private Next next(String conversation, long rev) {
        return state.next(new Place(conversation, rev));
    }

    private static Delivery told(@Nullable State about) {
        return new Delivery(Set.of("ada"), null, null, "text", false, about);
    }

    private static Conversation conversation(long rev) {
        return conversation(rev, 0, 0);
    }

    private static Conversation conversation(long rev, long notes, long invited) {
        return TestConversation.of(TALK, rev, invited, notes, new Contact("ada", "ada", "Ada"));
    }
}
