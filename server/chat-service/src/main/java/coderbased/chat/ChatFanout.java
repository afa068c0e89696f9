package coderbased.chat;

import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.Wire;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Carries what was said to the nodes that hold a device of somebody who has to hear it. Port of the Chat Service; the
 * node implements it, in process or over a bus.
 *
 * <p>A hint, never the truth: what it loses, a device gets from the store when it resumes. Thread-safe.
 */
public interface ChatFanout {

    /** Hands a delivery on. Returns at once and never throws for a receiver's sake. Calls by one thread keep their order. */
    void publish(Delivery delivery);

    /**
     * From now on, deliveries to this account go to {@code receiver}. A node asks only for the
     * accounts whose devices it holds, so that a message travels to those nodes and no others.
     */
    Interest interest(String accountId, Receiver receiver);

    /**
     * Whether somebody may have an interest in this account; false only where certainly nobody has. What is made for one
     * account alone need not be made for nobody.
     */
    boolean isHeard(String accountId);

    /** Whether what is said on other nodes is heard here now. Never blocks. */
    boolean carries();

    /** Tells the other nodes that this one ends and has published everything that it stored. Returns at once. */
    default void leave() {}

    /** Hears deliveries to one account. Both methods must return quickly. */
    interface Receiver {

        /** A delivery came; those of one node come in the order in which that node published them. */
        void hear(Delivery delivery);

        /** Some may have been lost until now. Those that are published from now on come again. */
        default void missed() {}
    }

    /** Ends an interest. Closing it again does nothing. */
    interface Interest extends AutoCloseable {

        /** Returns once deliveries come, or it is certain that none do now and {@link Receiver#missed} will say so. */
        default void awaitBegun() {}

        @Override
        void close();
    }

    /**
     * One message for every device of some accounts.
     *
     * @param accounts whose devices
     * @param exceptSession the one device that need not hear it; null where all do
     * @param place where it belongs; null for what is no chat message
     * @param text the encoded message, the same for every socket
     * @param parts whether these accounts may have no conversation any more with people whom they had one with
     * @param about whose state the text tells; null for what tells of no state
     */
    record Delivery(
            Set<String> accounts,
            @Nullable String exceptSession,
            @Nullable Place place,
            String text,
            boolean parts,
            @Nullable State about) {

        /** One that tells of no state. */
        public Delivery(
                Set<String> accounts,
                @Nullable String exceptSession,
                @Nullable Place place,
                String text,
                boolean parts) {
            this(accounts, exceptSession, place, text, parts, null);
        }

        /** One after which everybody has the same people as before. */
        public Delivery(Set<String> accounts, @Nullable String exceptSession, @Nullable Place place, String text) {
            this(accounts, exceptSession, place, text, false, null);
        }

        /** A conversation as that account sees it. */
        static Delivery changed(String accountId, Conversation conversation) {
            String text = Wire.write(new ConversationChanged(conversation.summary()));
            return new Delivery(Set.of(accountId), null, null, text, false, State.of(conversation));
        }

        /** The groups that an account is asked to join. */
        static Delivery invitations(String accountId, OpenInvitations list) {
            State about = State.invitations(list.number());
            return new Delivery(Set.of(accountId), null, null, Wire.write(list.message()), false, about);
        }

        /** The same, to be heard also by who was told that state, but no newer one: what has no number may be new in it. */
        Delivery asPart() {
            return about == null ? this : new Delivery(accounts, exceptSession, place, text, parts, about.asPart());
        }

        /** The same with another text. */
        Delivery saying(String other) {
            return new Delivery(accounts, exceptSession, place, other, parts, about);
        }

        /** True if it tells of a state, or of notes, that are older than those noted there. */
        boolean isOlderThan(Map<String, Long> states, Map<String, Long> notes) {
            if (about == null) {
                return false;
            }
            return about.rev() == State.PART
                    ? about.notes() != State.NONE && about.notes() <= notes.getOrDefault(about.conversationId(), 0L)
                    : about.number() < states.getOrDefault(about.conversationId(), 0L);
        }

        /** Whether it tells of more than is noted there: the last change of each conversation that a device was told of. */
        boolean isNews(Map<String, Long> told) {
            return place == null || place.rev() > told.getOrDefault(place.conversationId(), 0L);
        }

        /** Leaves the text out. */
        @Override
        public String toString() {
            return "Delivery[" + accounts.size() + " accounts, " + place + "]";
        }
    }

    /**
     * A conversation whose state a delivery tells, or the account's list of invitations.
     *
     * @param conversationId {@link #INVITATIONS} for that list
     * @param rev as of that change; {@link #PART}; or less than that, see {@link #asPart}
     * @param draft the number of the draft in it, by which a device linked without history knows whether it may be shown; see
     *     {@link Conversation.Own#draftNumber}. 0 where there is none in it
     * @param notes the number of the draft and the arrangement in it; see {@link Conversation.Own#noteNumber}. {@link #NONE}
     *     where it tells of neither
     * @param invited the number of who is invited in it; see {@link Conversation#invitationNumber}
     */
    record State(String conversationId, long rev, long draft, long notes, long invited) {

        /** In place of a change's number: the text tells of marks, a draft or an arrangement. */
        public static final long PART = -1;

        /** In place of a number of notes. */
        public static final long NONE = -1;

        /** One that tells of no draft and no arrangement. */
        public State(String conversationId, long rev, long draft) {
            this(conversationId, rev, draft, NONE, 0);
        }

        /** A draft or an arrangement alone. */
        static State notes(String conversationId, long draft, long number) {
            return new State(conversationId, PART, draft, number, 0);
        }

        /** In place of a conversation's id; no conversation has it. */
        static final String INVITATIONS = "";

        /** The list of invitations with that number. */
        static State invitations(long number) {
            return new State(INVITATIONS, number, 0);
        }

        boolean isInvitations() {
            return conversationId.equals(INVITATIONS);
        }

        /** The same with something new that has no number. Keeps the number, below {@link #PART}. */
        State asPart() {
            return isPart() ? this : new State(conversationId, PART - rev, draft, notes, invited);
        }

        boolean isPart() {
            return rev <= PART;
        }

        /** Returns the change as of which it is. */
        long number() {
            return isPart() ? PART - rev : rev;
        }

        static State of(Conversation conversation) {
            return new State(
                    conversation.id(),
                    conversation.lastRev(),
                    conversation.own().draftNumber(),
                    conversation.own().noteNumber(),
                    conversation.invitationNumber());
        }
    }

    /**
     * The number of a change in its conversation, by which a device that is catching up sees what it already has.
     *
     * @param rev see {@link coderbased.protocol.ChatMessage#rev}
     */
    record Place(String conversationId, long rev) {}
}
