package coderbased.chat;

import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.Wire;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fan-out of news to the nodes that hold a device of an affected account. Port of the Chat Service; the node implements
 * it, in process or over a bus.
 *
 * <p>The fan-out may lose deliveries: a device gets what was lost from the store when it resumes. Thread-safe.
 */
public interface ChatFanout {

    /**
     * Publishes a delivery. Returns at once and never throws because of a receiver. The calls of one thread keep their
     * order.
     */
    void publish(Delivery delivery);

    /**
     * Sends deliveries to this account to {@code receiver} from now on. A node asks only for the accounts whose devices
     * it holds, so a message travels to those nodes and no others.
     */
    Interest interest(String accountId, Receiver receiver);

    /**
     * True if any node may have an interest in this account; false only if certainly none has. A delivery for that
     * account alone is unnecessary then.
     */
    boolean isHeard(String accountId);

    /** True if deliveries of other nodes arrive here now. Never blocks. */
    boolean carries();

    /** Tells the other nodes that this node stops and has published everything that it stored. Returns at once. */
    default void leave() {}

    /** A receiver of deliveries to one account. Both methods must return quickly. */
    interface Receiver {

        /** Receives a delivery. Deliveries of one node come in the order in which it published them. */
        void hear(Delivery delivery);

        /** Learns that deliveries may have been lost until now. Those published from now on arrive again. */
        default void missed() {}
    }

    /** An interest in an account's deliveries. Closing it again does nothing. */
    interface Interest extends AutoCloseable {

        /**
         * Waits until deliveries arrive, or until it is certain that they do not and {@link Receiver#missed} will say
         * so.
         */
        default void awaitBegun() {}

        @Override
        void close();
    }

    /**
     * One message for every device of some accounts.
     *
     * @param accounts the accounts whose devices are told
     * @param exceptSession the one device that is not told; null for none
     * @param place the change that the message tells; null for anything but a chat message
     * @param text the encoded message, the same for every socket
     * @param parts true if these accounts may no longer share a conversation with people with whom they shared one
     * @param about the state that the text tells; null for none
     */
    record Delivery(
            Set<String> accounts,
            @Nullable String exceptSession,
            @Nullable Place place,
            String text,
            boolean parts,
            @Nullable State about) {

        /** Creates a delivery that tells of no state. */
        public Delivery(
                Set<String> accounts,
                @Nullable String exceptSession,
                @Nullable Place place,
                String text,
                boolean parts) {
            this(accounts, exceptSession, place, text, parts, null);
        }

        /** Creates a delivery after which everybody shares conversations with the same people as before. */
        public Delivery(Set<String> accounts, @Nullable String exceptSession, @Nullable Place place, String text) {
            this(accounts, exceptSession, place, text, false, null);
        }

        /** Returns a delivery of a conversation as that account sees it. */
        static Delivery changed(String accountId, Conversation conversation) {
            String text = Wire.write(new ConversationChanged(conversation.summary()));
            return new Delivery(Set.of(accountId), null, null, text, false, State.of(conversation));
        }

        /** Returns a delivery of an account's open invitations. */
        static Delivery invitations(String accountId, OpenInvitations list) {
            State about = State.invitations(list.number());
            return new Delivery(Set.of(accountId), null, null, Wire.write(list.message()), false, about);
        }

        /**
         * Returns the same delivery, told also to devices that know that state, but no newer one: parts without a
         * number may be new in it.
         */
        Delivery asPart() {
            return about == null ? this : new Delivery(accounts, exceptSession, place, text, parts, about.asPart());
        }

        /** Returns the same delivery with another text. */
        Delivery saying(String other) {
            return new Delivery(accounts, exceptSession, place, other, parts, about);
        }

        /** True if it tells of a state, or of notes, that are older than those in the maps. */
        boolean isOlderThan(Map<String, Long> states, Map<String, Long> notes) {
            if (about == null) {
                return false;
            }
            return about.rev() == State.PART
                    ? about.notes() != State.NONE && about.notes() <= notes.getOrDefault(about.conversationId(), 0L)
                    : about.number() < states.getOrDefault(about.conversationId(), 0L);
        }

        /** True if it tells of a later change than the map has for its conversation. */
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
     * The conversation whose state a delivery tells, or the account's list of invitations.
     *
     * @param conversationId {@link #INVITATIONS} for that list
     * @param rev the change as of which the state is; {@link #PART}; or less than that, see {@link #asPart}
     * @param draft the number of the draft in it, which decides if a device linked without history may show it; see
     *     {@link Conversation.Own#draftNumber}. 0 if there is none in it
     * @param notes the number of the draft and the conversation settings in it; see {@link
     *     Conversation.Own#noteNumber}. {@link #NONE} if it tells of neither
     * @param invited the number of the invitations in it; see {@link Conversation#invitationNumber}
     */
    record State(String conversationId, long rev, long draft, long notes, long invited) {

        /** In place of a change's number: the text tells of markers, a draft or conversation settings. */
        public static final long PART = -1;

        /** In place of a number of notes. */
        public static final long NONE = -1;

        /** Creates a state without a draft and conversation settings. */
        public State(String conversationId, long rev, long draft) {
            this(conversationId, rev, draft, NONE, 0);
        }

        /** Returns the state of a draft or of conversation settings alone. */
        static State notes(String conversationId, long draft, long number) {
            return new State(conversationId, PART, draft, number, 0);
        }

        /** In place of a conversation's id; no conversation has it. */
        static final String INVITATIONS = "";

        /** Returns the state of the list of invitations with that number. */
        static State invitations(long number) {
            return new State(INVITATIONS, number, 0);
        }

        boolean isInvitations() {
            return conversationId.equals(INVITATIONS);
        }

        /** Returns the same state with a new part that has no number. Keeps the number, below {@link #PART}. */
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
     * The number of a change in its conversation, by which a device that is catching up recognises what it already has.
     *
     * @param rev see {@link coderbased.protocol.ChatMessage#rev}
     */
    record Place(String conversationId, long rev) {}
}
