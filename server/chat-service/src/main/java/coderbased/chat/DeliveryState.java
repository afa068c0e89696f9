package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes and states of each conversation that the devices of one account were told. Not thread-safe: {@link
 * AccountDevices} calls it under its lock.
 */
final class DeliveryState {

    /** The change up to which everything was told, by conversation. */
    private final Map<String, Long> last = new HashMap<>();

    /** The first number that was told of a conversation that began after the first device resumed. */
    private final Map<String, Long> first = new HashMap<>();

    /** The change up to which a conversation is being read, by conversation. */
    private final Map<String, Long> awaited = new HashMap<>();

    /** The change of the newest state that was told, by conversation. */
    private final Map<String, Long> states = new HashMap<>();

    /** Numbers of the parts of these states that change without a message. */
    private final ToldParts parts = new ToldParts();

    /** The same for conversations that the devices were told are gone. */
    private final Map<String, Long> gone = new HashMap<>();

    /** Conversations with a delivery since the last comparison with the store began. */
    private final Set<String> heard = new HashSet<>();

    /** Conversations with a delivery of a state, or of a part of one, since then. */
    private final Set<String> stated = new HashSet<>();

    /** Accounts whose names changed since then. */
    private final Set<String> renamed = new HashSet<>();

    /** The number of the newest list of invitations that was told. */
    private long invitations = -1;

    /** The step that follows a delivered change. */
    enum Next {
        TELL,
        PASS_OVER,
        /** Changes before it are missing. */
        READ
    }

    /** Begins with the first device that resumes: its backlog tells these conversations. */
    void begin(List<Conversation> conversations) {
        for (Conversation conversation : conversations) {
            gone.remove(conversation.id());
            last.put(conversation.id(), conversation.lastRev());
            states.merge(conversation.id(), conversation.lastRev(), Math::max);
            parts.tell(State.of(conversation));
        }
    }

    /** Adds a device whose backlog tells these states; the other devices may still have to be told the same. */
    void another(List<Conversation> conversations) {
        for (Conversation conversation : conversations) {
            gone.remove(conversation.id());
            states.merge(conversation.id(), conversation.lastRev() - 1, Math::max);
        }
    }

    /** Records that a delivery came. */
    void hear(Delivery delivery) {
        if (delivery.place() != null) {
            heard.add(delivery.place().conversationId());
        }
        if (delivery.about() != null && !delivery.about().isInvitations()) {
            heard.add(delivery.about().conversationId());
            stated.add(delivery.about().conversationId());
        }
    }

    /**
     * Records a delivered state; false if it was told before or is older than what was told. A state with marks, which
     * have no number, counts as new.
     */
    boolean isNews(Delivery delivery) {
        State state = delivery.about();
        if (state == null) {
            return true;
        }
        if (state.rev() == State.PART) {
            return parts.isNews(state);
        }
        if (state.isInvitations()) {
            return isNewsOfInvitations(state.rev());
        }
        String conversation = state.conversationId();
        long known = states.getOrDefault(conversation, -1L);
        boolean isNews =
                (state.number() > known || (state.isPart() && state.number() == known && !parts.isOlderInvited(state)))
                        && state.number() > gone.getOrDefault(conversation, -1L);
        if (isNews) {
            states.put(conversation, state.number());
            parts.tell(state);
        }
        return isNews;
    }

    /** True if the delivery tells of a draft and conversation settings that are older than those that were told. */
    boolean hasOlderNotes(Delivery delivery) {
        State state = delivery.about();
        return state != null && state.rev() != State.PART && parts.isOlderNotes(state);
    }

    /** True if a newer state of that conversation, or newer parts of one, were told. */
    boolean hasNewer(State state) {
        return state.number() < states.getOrDefault(state.conversationId(), 0L)
                || parts.isOlderNotes(state)
                || parts.isOlderInvited(state);
    }

    private boolean isNewsOfInvitations(long number) {
        boolean isNews = number > invitations;
        invitations = Math.max(invitations, number);
        return isNews;
    }

    /** Decides about a delivered change, and records it if it is told. */
    Next next(Place place) {
        String conversation = place.conversationId();
        if (awaited.computeIfPresent(conversation, (same, rev) -> Math.max(rev, place.rev())) != null) {
            return Next.PASS_OVER;
        }
        Long before = last.get(conversation);
        if (before == null) {
            first.put(conversation, place.rev());
        } else if (place.rev() <= before) {
            return place.rev() < first.getOrDefault(conversation, 0L) ? Next.TELL : Next.PASS_OVER;
        } else if (place.rev() > before + 1) {
            awaited.put(conversation, place.rev());
            return Next.READ;
        }
        last.put(conversation, place.rev());
        return Next.TELL;
    }

    /** True if the devices may never have been told that there is such a conversation. */
    boolean isUnknown(String conversation) {
        return !states.containsKey(conversation);
    }

    long last(String conversation) {
        return last.getOrDefault(conversation, 0L);
    }

    long awaited(String conversation) {
        return awaited.getOrDefault(conversation, 0L);
    }

    /** Records that everything was told up to that change. */
    void toldUpTo(String conversation, long rev) {
        last.put(conversation, rev);
    }

    /** Records that no read of the conversation is under way any more. */
    void isRead(String conversation) {
        awaited.remove(conversation);
    }

    /**
     * True if a part of the conversation has to be read that no read under way covers; it counts as being read from now
     * on.
     */
    boolean beginReading(Conversation conversation) {
        return last(conversation.id()) < conversation.lastRev()
                && awaited.putIfAbsent(conversation.id(), conversation.lastRev()) == null;
    }

    /** Begins a comparison with the store. Returns the conversations that are known before it. */
    Set<String> beginComparing() {
        heard.clear();
        stated.clear();
        renamed.clear();
        Set<String> known = new HashSet<>(last.keySet());
        known.addAll(states.keySet());
        return known;
    }

    /** Records that an account is told under another name. */
    void rename(String accountId) {
        renamed.add(accountId);
    }

    /** True if a delivery of that conversation came since {@link #beginComparing}. */
    boolean isHeard(String conversation) {
        return heard.contains(conversation);
    }

    /** True if the state that the store returned is not older than what was told. */
    boolean isCurrent(Conversation conversation) {
        return !stated.contains(conversation.id())
                && conversation.people().stream().noneMatch(person -> renamed.contains(person.accountId()))
                && conversation.lastRev() >= states.getOrDefault(conversation.id(), 0L);
    }

    /** Records that the conversation is told as the store has it. */
    void tellWholly(Conversation conversation) {
        first.remove(conversation.id());
        last.putIfAbsent(conversation.id(), 0L);
        gone.remove(conversation.id());
        states.put(conversation.id(), conversation.lastRev());
        parts.tell(State.of(conversation));
    }

    /** Records that the devices are told that the conversation is gone. */
    void tellGone(String conversation) {
        last.remove(conversation);
        first.remove(conversation);
        Long state = states.remove(conversation);
        gone.put(conversation, state == null ? 0L : state);
    }
}
