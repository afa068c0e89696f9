package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.MessageChanged;
import coderbased.protocol.Contact;
import coderbased.protocol.Protocol;
import coderbased.protocol.Wire;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The devices of one account on this node, with the changes of each conversation that they were told.
 *
 * <p>A conversation's changes are numbered without gaps. So a delivery with any but the next number shows that an
 * earlier one is late or lost. The missing changes are then read from the store and told in order; deliveries of that
 * conversation that come meanwhile are read with them. If deliveries of any conversation may have been lost, every
 * conversation is {@link #look compared} with the store.
 *
 * <p>A read of the store is true only for the moment of the read. If a delivery of a conversation came since then, its
 * state is not told from that read, neither as changed nor as gone; it is read again.
 *
 * <p>Tracks changes from the moment at which the first device resumes; earlier changes are in the backlog. Thread-safe:
 * devices are told everything under this object's lock, in the order of the numbers.
 */
final class AccountDevices implements ChatFanout.Receiver {

    private final String accountId;
    private final GapRecovery gaps;
    private final List<LiveDevice> devices = new CopyOnWriteArrayList<>();
    private final WatchReviews reviews;
    private final DeliveryState told = new DeliveryState();

    /** Conversations that the next comparison tells as a whole. */
    private final Set<String> unsettled = new HashSet<>();

    private boolean begun;
    private boolean looks;
    private boolean wholly;

    /** Comparisons in a row that failed or left something open. */
    private int failedLooks;

    AccountDevices(String accountId, GapRecovery gaps) {
        this.accountId = accountId;
        this.gaps = gaps;
        this.reviews = new WatchReviews(devices, gaps);
    }

    /**
     * Returns the devices of the account on this node, live or about to be; {@link LiveSockets} adds and removes them.
     */
    List<LiveDevice> devices() {
        return devices;
    }

    /** Prepares for a device that resumes and is told the stored state of these conversations. */
    synchronized void resumes(List<Conversation> conversations) {
        if (begun) {
            told.another(conversations);
            return;
        }
        begun = true;
        told.begin(conversations);
        if (wholly) {
            look(true);
        }
    }

    @Override
    public synchronized void hear(Delivery delivery) {
        told.hear(delivery);
        Place place = delivery.place();
        if (place != null && begun) {
            hear(delivery, place);
        } else if (begun && told.hasOlderNotes(delivery)) {
            // The state is newer than what was told, and its notes are older: the store has both.
            readAgain(Objects.requireNonNull(delivery.about()).conversationId());
        } else if (told.isNews(delivery)) {
            tell(delivery);
        }
        reviews.after(delivery);
    }

    private void hear(Delivery delivery, Place place) {
        switch (told.next(place)) {
            case TELL -> tell(delivery);
            case READ -> gaps.soon(() -> read(place.conversationId(), 0));
            case PASS_OVER -> {}
        }
        if (told.isUnknown(place.conversationId())) {
            look(false);
        }
    }

    /** Records that a device got that state as an answer. If a newer one was told before, that one is told again. */
    synchronized void answered(Conversation conversation) {
        if (told.hasNewer(State.of(conversation))) {
            readAgain(conversation.id());
        }
    }

    private void readAgain(String conversation) {
        unsettled.add(conversation);
        look(false);
    }

    /** Tells the devices that somebody changed their name. */
    synchronized void hear(Contact contact) {
        told.rename(contact.accountId());
        tell(new ContactChanged(contact));
    }

    @Override
    public void missed() {
        look(true);
    }

    /**
     * Compares all conversations with the store soon, to find changes that were not delivered.
     *
     * @param wholly true to tell again what has no number, too: markers, drafts, conversation settings, links
     */
    synchronized void look(boolean wholly) {
        this.wholly |= wholly;
        if (begun && !looks) {
            looks = true;
            startLook();
        }
    }

    /** If no thread can be started, the next call tries again. */
    private void startLook() {
        try {
            gaps.inTurn(this::lookNow);
        } catch (RuntimeException | Error e) {
            looks = false;
            throw e;
        }
    }

    private void read(String conversation, int failures) {
        try {
            boolean more = true;
            while (more && !devices.isEmpty()) {
                more = readOn(conversation);
            }
        } catch (RuntimeException | Error e) {
            gaps.again(() -> read(conversation, failures + 1), failures, e);
        }
    }

    /** Reads and tells one page; true if there may be more. */
    private boolean readOn(String conversation) {
        long from;
        long to;
        synchronized (this) {
            from = told.last(conversation);
            to = told.awaited(conversation);
        }
        List<ChatMessage> page = gaps.changed(accountId, conversation, from);
        // A number that is not greater than the one before it is damaged; reading ends there, because it would never
        // end otherwise.
        boolean isLast = page.size() < Protocol.BATCH_SIZE || page.getLast().rev() <= from;
        synchronized (this) {
            page.forEach(this::tell);
            page.forEach(reviews::after);
            if (page.stream().anyMatch(message -> message.body() instanceof Body.GroupEvent)) {
                unsettled.add(conversation);
                look(false);
            }
            long last = page.isEmpty() ? from : Math.max(from, page.getLast().rev());
            told.toldUpTo(conversation, isLast ? Math.max(last, to) : last);
            boolean more = !isLast || told.awaited(conversation) > Math.max(last, to);
            if (!more) {
                told.isRead(conversation);
            }
            return more;
        }
    }

    private void lookNow() {
        boolean whole;
        Set<String> known;
        Set<String> again;
        synchronized (this) {
            looks = false;
            whole = wholly;
            wholly = false;
            again = Set.copyOf(unsettled);
            unsettled.clear();
            known = told.beginComparing();
        }
        try {
            if (!devices.isEmpty()) {
                compare(gaps.conversations(accountId), known, id -> whole || again.contains(id));
                if (whole) {
                    tellNews(Delivery.invitations(accountId, gaps.invitations(accountId)));
                    devices.forEach(gaps::renew);
                }
            }
            settled();
        } catch (RuntimeException | Error e) {
            lookLater(whole, again, e);
        }
    }

    private void compare(List<Conversation> stored, Set<String> known, Predicate<String> wholly) {
        stored.stream().filter(this::isUnknown).forEach(this::tellWholly);
        stored.stream().filter(this::beginReading).forEach(conversation -> read(conversation.id(), 0));
        stored.stream().filter(one -> wholly.test(one.id())).forEach(this::tellWholly);
        Set<String> there = stored.stream().map(Conversation::id).collect(Collectors.toSet());
        known.stream().filter(id -> !there.contains(id)).forEach(this::tellGone);
    }

    private synchronized void tellNews(Delivery delivery) {
        if (told.isNews(delivery)) {
            tell(delivery);
        }
    }

    private synchronized boolean isUnknown(Conversation conversation) {
        return told.isUnknown(conversation.id());
    }

    private synchronized boolean beginReading(Conversation conversation) {
        return told.beginReading(conversation);
    }

    private synchronized void tellWholly(Conversation conversation) {
        if (told.isCurrent(conversation)) {
            told.tellWholly(conversation);
            tell(Delivery.changed(accountId, conversation));
        } else {
            unsettled.add(conversation.id());
        }
    }

    private synchronized void tellGone(String conversation) {
        if (told.isHeard(conversation)) {
            unsettled.add(conversation);
        } else {
            told.tellGone(conversation);
            tell(new ConversationGone(conversation));
            reviews.ofAll();
        }
    }

    private synchronized void settled() {
        if (unsettled.isEmpty()) {
            failedLooks = 0;
        } else {
            lookAgain(null);
        }
    }

    private synchronized void lookLater(boolean whole, Set<String> again, Throwable e) {
        wholly |= whole;
        unsettled.addAll(again);
        lookAgain(e);
    }

    private void lookAgain(@Nullable Throwable e) {
        gaps.again(() -> look(false), failedLooks++, e);
    }

    private void tell(ChatMessage message) {
        Place place = new Place(message.conversationId(), message.rev());
        tell(new Delivery(Set.of(accountId), null, place, Wire.write(new MessageChanged(message))));
    }

    private void tell(ChatServerMessage message) {
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
