package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatStore.StoreUnavailable;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ConversationChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Said;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The devices of one account on this node, and how far they have heard of each conversation.
 *
 * <p>A conversation's changes are numbered without gaps. So a delivery whose number is not the next one says that something
 * before it is on another way and later, or lost. What is between is then read from the store and told in its order, and what
 * is delivered of that conversation meanwhile waits by being read with it. Where deliveries may have been lost altogether,
 * every conversation is {@link #look looked} at.
 *
 * <p>From its first device's resuming on; before that, whatever happens is in the backlog. Thread-safe: what devices hear, they
 * hear under this object's lock, in the order of the numbers.
 */
final class Household implements ChatFanout.Receiver {

    private final String accountId;
    private final Missed missed;
    private final List<LiveDevice> devices = new CopyOnWriteArrayList<>();

    /** Up to which change everything was told, by conversation. */
    private final Map<String, Long> told = new HashMap<>();

    /** For conversations that began after the first resuming: the first number that was told. */
    private final Map<String, Long> first = new HashMap<>();

    /** Conversations that are being read, and up to which change. */
    private final Map<String, Long> awaited = new HashMap<>();

    private boolean begun;
    private boolean looks;
    private boolean wholly;

    Household(String accountId, Missed missed) {
        this.accountId = accountId;
        this.missed = missed;
    }

    /** Those that are here, live or on the way to it; changed by whoever lets them in and out. */
    List<LiveDevice> devices() {
        return devices;
    }

    /** A device resumes: it is going to be told all that is stored of these. */
    synchronized void resumes(List<Conversation> conversations) {
        if (!begun) {
            begun = true;
            conversations.forEach(conversation -> told.put(conversation.id(), conversation.lastRev()));
            if (wholly) {
                look(true);
            }
        }
    }

    @Override
    public synchronized void hear(Delivery delivery) {
        if (delivery.parts()) {
            devices.forEach(missed::parted);
        }
        Place place = delivery.place();
        if (place == null || !begun || isDue(place)) {
            tell(delivery);
        }
    }

    @Override
    public void missed() {
        look(true);
    }

    /**
     * Asks the store, soon, whether something was not heard of.
     *
     * @param wholly whether also what has no number is told anew: marks, drafts, arrangements, links
     */
    synchronized void look(boolean wholly) {
        this.wholly |= wholly;
        if (begun && !looks) {
            looks = true;
            missed.inTurn(this::lookNow);
        }
    }

    private boolean isDue(Place place) {
        String conversation = place.conversationId();
        if (awaited.computeIfPresent(conversation, (same, rev) -> Math.max(rev, place.rev())) != null) {
            return false;
        }
        Long last = told.get(conversation);
        if (last == null) {
            first.put(conversation, place.rev());
        } else if (place.rev() <= last) {
            return place.rev() < first.getOrDefault(conversation, 0L);
        } else if (place.rev() > last + 1) {
            awaited.put(conversation, place.rev());
            missed.soon(() -> read(conversation));
            return false;
        }
        told.put(conversation, place.rev());
        return true;
    }

    private void read(String conversation) {
        try {
            boolean more = true;
            while (more) {
                more = readOn(conversation);
            }
        } catch (StoreUnavailable away) {
            missed.later(() -> read(conversation));
        }
    }

    /** Reads a page, and tells it; true where there may be more. */
    private boolean readOn(String conversation) {
        long from;
        long to;
        synchronized (this) {
            from = told.getOrDefault(conversation, 0L);
            to = awaited.getOrDefault(conversation, 0L);
        }
        List<ChatMessage> page = missed.changed(accountId, conversation, from);
        boolean isLast = page.size() < Protocol.BATCH_SIZE;
        synchronized (this) {
            page.forEach(this::tell);
            long last = page.isEmpty() ? from : page.getLast().rev();
            told.put(conversation, isLast ? Math.max(last, to) : last);
            boolean more = !isLast || awaited.getOrDefault(conversation, 0L) > Math.max(last, to);
            if (!more) {
                awaited.remove(conversation);
            }
            return more;
        }
    }

    private void lookNow() {
        boolean whole;
        synchronized (this) {
            whole = wholly;
            wholly = false;
            looks = false;
        }
        try {
            if (!devices.isEmpty()) {
                compare(missed.conversations(accountId), whole);
            }
        } catch (StoreUnavailable away) {
            missed.later(() -> look(whole));
        }
    }

    private void compare(List<Conversation> stored, boolean whole) {
        stored.stream().filter(this::isNew).forEach(this::tellSummary);
        stored.stream().filter(this::isBehind).forEach(conversation -> read(conversation.id()));
        if (whole) {
            stored.forEach(this::tellSummary);
            devices.forEach(missed::renew);
        }
        goneSince(stored).forEach(conversation -> tellAll(new ConversationGone(conversation)));
    }

    /** Whether the devices may never have been told that there is such a conversation. */
    private synchronized boolean isNew(Conversation conversation) {
        boolean unheard = told.putIfAbsent(conversation.id(), 0L) == null;
        return first.remove(conversation.id()) != null || unheard;
    }

    /** Whether something of it has to be read that nobody reads yet. */
    private synchronized boolean isBehind(Conversation conversation) {
        return told.getOrDefault(conversation.id(), 0L) < conversation.lastRev()
                && awaited.putIfAbsent(conversation.id(), conversation.lastRev()) == null;
    }

    private synchronized Set<String> goneSince(List<Conversation> stored) {
        Set<String> gone = new HashSet<>(told.keySet());
        stored.forEach(conversation -> gone.remove(conversation.id()));
        told.keySet().removeAll(gone);
        return gone;
    }

    private void tellSummary(Conversation conversation) {
        tellAll(new ConversationChanged(conversation.summary()));
    }

    private void tell(ChatMessage message) {
        Place place = new Place(message.conversationId(), message.rev());
        tell(new Delivery(Set.of(accountId), null, place, Wire.write(new Said(message))));
    }

    private synchronized void tellAll(ChatServerMessage message) {
        tell(new Delivery(Set.of(accountId), null, null, Wire.write(message)));
    }

    private void tell(Delivery delivery) {
        for (LiveDevice device : devices) {
            if (!device.session().id().equals(delivery.exceptSession())) {
                device.hear(delivery);
            }
        }
    }
}
