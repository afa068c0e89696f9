package coderbased.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatMessage.Quote;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Drafted;
import coderbased.protocol.ChatServerMessage.MarkersMoved;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.ChatServerMessage.SettingsChanged;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Member;
import coderbased.protocol.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deliveries of a stored change: to whom, in which order, and as which state. */
final class ChangePublisherTest {

    private static final String TALK = "talk";

    /** The account without a device anywhere. */
    private static final String AWAY = "away";

    private final List<Delivery> published = new ArrayList<>();
    private final ChangePublisher publisher = new ChangePublisher(new Recorder());

    @Test
    void aMessageFollowsItsNewConversationAndIsToldWithoutItsQuoteToSome() {
        ChatMessage message = message(6).answering(new Quote(1, "bob", new Body.Text("question")), false);
        Member sender = new Member("ada", false, 6, 6);
        publisher.accept(new ChatWritten.Stored(
                message,
                new ChatWritten.Hearers(Set.of("ada"), Set.of("cleo")),
                Map.of("dora", conversation(6), AWAY, conversation(6)),
                sender));
        assertEquals(
                List.of(
                        Delivery.changed("dora", conversation(6)),
                        said(Set.of("ada"), message, false),
                        said(Set.of("cleo"), message.withoutQuote(), false),
                        told(
                                Set.of("ada", "cleo"),
                                null,
                                new State(TALK, State.PART, 0),
                                new MarkersMoved(TALK, "ada", 6, 6))),
                published);
    }

    @Test
    void aMessageThatEverybodySeesWholeIsToldOnce() {
        publisher.accept(new ChatWritten.Stored(message(6), ChatWritten.Hearers.alike(Set.of("ada", "bob"))));
        assertEquals(List.of(said(Set.of("ada", "bob"), message(6), false)), published);
    }

    @Test
    void aChangedMessageAndAnInvitationToANewGroupAreTold() {
        publisher.accept(new ChatWritten.Changed(message(6), ChatWritten.Hearers.alike(Set.of("ada"))));
        OpenInvitations list = new OpenInvitations(2, List.of());
        publisher.accept(new ChatWritten.Made(Map.of("ada", conversation(6)), Map.of("bob", list)));
        assertEquals(
                List.of(
                        said(Set.of("ada"), message(6), false),
                        Delivery.changed("ada", conversation(6)),
                        Delivery.invitations("bob", list)),
                published);
    }

    @Test
    void notesAreToldToTheirOwnersOtherDevices() {
        publisher.accept(new ChatWritten.SettingsChanged(TALK, "ada", ConversationSettings.DEFAULT, 3));
        publisher.accept(new ChatWritten.Drafted(TALK, "ada", "s1", "text", 2, 4));
        assertEquals(
                List.of(
                        told(
                                Set.of("ada"),
                                null,
                                State.notes(TALK, 0, 3),
                                new SettingsChanged(TALK, ConversationSettings.DEFAULT)),
                        told(Set.of("ada"), "s1", State.notes(TALK, 2, 4), new Drafted(TALK, "text"))),
                published);
    }

    @Test
    void theRemovedAreToldAfterThoseWhoStay() {
        publisher.accept(new ChatWritten.GroupChanged(
                TALK,
                List.of(message(6), message(7)),
                Set.of("ada"),
                Map.of("ada", conversation(7)),
                Set.of("bob"),
                Map.of("cleo", new OpenInvitations(2, List.of()))));
        assertEquals(
                List.of(
                        said(Set.of("ada"), message(6), true),
                        said(Set.of("ada"), message(7), true),
                        Delivery.changed("ada", conversation(7)),
                        gone(Set.of("bob"), 7),
                        Delivery.invitations("cleo", new OpenInvitations(2, List.of()))),
                published);
    }

    @Test
    void aGroupThatNobodyLeavesPartsNobody() {
        publisher.accept(new ChatWritten.GroupChanged(
                TALK, List.of(message(6)), Set.of("ada"), Map.of("ada", conversation(6)), Set.of(), Map.of()));
        assertEquals(
                List.of(said(Set.of("ada"), message(6), false), Delivery.changed("ada", conversation(6))), published);
    }

    @Test
    void invitationsAloneAreAPartOfTheGroup() {
        publisher.accept(new ChatWritten.GroupChanged(
                TALK, List.of(), Set.of("ada"), Map.of("ada", conversation(6)), Set.of(), Map.of()));
        assertEquals(List.of(Delivery.changed("ada", conversation(6)).asPart()), published);
    }

    @Test
    void aRecalledConversationIsToldAsItStands() {
        publisher.accept(new ChatWritten.Recalled(
                TALK,
                message(6),
                ChatWritten.Hearers.alike(Set.of("ada")),
                Map.of("ada", conversation(6)),
                Set.of("bob"),
                true,
                Map.of("cleo", new OpenInvitations(2, List.of()))));
        publisher.accept(new ChatWritten.Recalled(
                TALK,
                null,
                ChatWritten.Hearers.alike(Set.of("ada")),
                Map.of("ada", conversation(0)),
                Set.of("bob"),
                false,
                Map.of()));
        assertEquals(
                List.of(
                        said(Set.of("ada"), message(6), false),
                        Delivery.changed("ada", conversation(6)).asPart(),
                        gone(Set.of("bob"), 6),
                        Delivery.invitations("cleo", new OpenInvitations(2, List.of())),
                        Delivery.changed("ada", conversation(0)),
                        gone(Set.of("bob"), 0)),
                published);
    }

    @Test
    void whatConcernsNobodyIsNotPublished() {
        publisher.accept(new ChatWritten.Changed(message(6), ChatWritten.Hearers.alike(Set.of())));
        publisher.accept(new ChatWritten.Made(Map.of(AWAY, conversation(6))));
        assertEquals(List.of(), published);
    }

    private static Delivery said(Set<String> accounts, ChatMessage message, boolean parts) {
        Place place = new Place(TALK, message.rev());
        return new Delivery(accounts, null, place, Wire.write(new MessageChanged(message)), parts, null);
    }

    private static Delivery told(Set<String> accounts, String exceptSession, State about, ChatServerMessage message) {
        return new Delivery(accounts, exceptSession, null, Wire.write(message), false, about);
    }

    private static Delivery gone(Set<String> accounts, long rev) {
        String text = Wire.write(new ConversationGone(TALK));
        return new Delivery(accounts, null, null, text, true, new State(TALK, rev, 0));
    }

    private static ChatMessage message(long rev) {
        return ChatMessage.plain(TALK, rev, rev, "m" + rev, "ada", Instant.EPOCH, new Body.Text("hello"));
    }

    private static Conversation conversation(long rev) {
        return TestConversation.of(TALK, rev);
    }

    private final class Recorder implements ChatFanout {
        @Override
        public void publish(Delivery delivery) {
            published.add(delivery);
        }

        @Override
        public Interest interest(String accountId, Receiver receiver) {
            throw new AssertionError("it only publishes");
        }

        @Override
        public boolean isHeard(String accountId) {
            return !accountId.equals(AWAY);
        }

        @Override
        public boolean carries() {
            return true;
        }
    }
}
