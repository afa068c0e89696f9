package coderbased.chat;

import coderbased.chat.ChatFanout.Delivery;
import coderbased.chat.ChatFanout.Place;
import coderbased.chat.ChatFanout.State;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.ChatServerMessage.ContactChanged;
import coderbased.protocol.ChatServerMessage.ConversationGone;
import coderbased.protocol.ChatServerMessage.Said;
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
 * The devices of one account on this node, and how far they have heard of each conversation.
 *
 * <p>A conversation's changes are numbered without gaps. So a delivery whose number is not the next one says that something
 * before it is on another way and later, or lost. What is between is then read from the store and told in its order, and what
 * is delivered of that conversation meanwhile waits by being read with it. Where deliveries may have been lost altogether,
 * every conversation is {@link #look looked} at.
 *
 * <p>What the store says is of the moment at which it was read. A conversation that was heard of since is not told from it,
 * neither as it was then nor as gone, but read again.
 *
 * <p>From its first device's resuming on; before that, whatever happens is in the backlog. Thread-safe: what devices hear, they
 * hear under this object's lock, in the order of the numbers.
 */
final class AccountDevices implements ChatFanout.Receiver {

    private final String accountId;
    private final GapRecovery missed;
    private final List<LiveDevice> devices = new CopyOnWriteArrayList<>();
    private final WatchReviews reviews;
    private final DeliveryState told = new DeliveryState();

    /** Conversations that are told wholly by the next look. */
    private final Set<String> unsettled = new HashSet<>();

    private boolean begun;
    private boolean looks;
    private boolean wholly;

    /** Looks in a row that failed or did not settle everything. */
    private int vainLooks;

    AccountDevices(String accountId, GapRecovery missed) {
        this.accountId = accountId;
        this.missed = missed;
        this.reviews = new WatchReviews(devices, missed);
    }

    /** Those that are here, live or on the way to it; changed by whoever lets them in and out. */
    List<LiveDevice> devices() {
        return devices;
    }

    /** A device resumes: it is going to be told all that is stored of these. */
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
            // The state is newer, and the notes in it are older than those told: the store has both.
            readAgain(Objects.requireNonNull(delivery.about()).conversationId());
        } else if (told.isNews(delivery)) {
            tell(delivery);
        }
        reviews.after(delivery);
    }

    private void hear(Delivery delivery, Place place) {
        switch (told.next(place)) {
            case TELL -> tell(delivery);
            case READ -> missed.soon(() -> read(place.conversationId(), 0));
            case PASS_OVER -> {}
        }
        if (told.isUnknown(place.conversationId())) {
            look(false);
        }
    }

    /** A device was answered with that state. Where a newer one was told before, it is told again. */
    synchronized void answered(Conversation conversation) {
        if (told.hasNewer(State.of(conversation))) {
            readAgain(conversation.id());
        }
    }

    private void readAgain(String conversation) {
        unsettled.add(conversation);
        look(false);
    }

    /** Somebody is called differently from now on. */
    synchronized void hear(Contact contact) {
        told.rename(contact.accountId());
        tell(new ContactChanged(contact));
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
            lookSoon();
        }
    }

    /** Where no thread can be had, the next call tries again. */
    private void lookSoon() {
        try {
            missed.inTurn(this::lookNow);
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
            missed.again(() -> read(conversation, failures + 1), failures, e);
        }
    }

    /** Reads a page, and tells it; true where there may be more. */
    private boolean readOn(String conversation) {
        long from;
        long to;
        synchronized (this) {
            from = told.last(conversation);
            to = told.awaited(conversation);
        }
        List<ChatMessage> page = missed.changed(accountId, conversation, from);
        // A number that is not greater than the one before it is damaged: what follows is not read over and over.
        boolean isLast = page.size() < Protocol.BATCH_SIZE || page.getLast().rev() <= from;
        synchronized (this) {
            page.forEach(this::tell);
            page.forEach(reviews::after);
            if (page.stream().anyMatch(message -> message.body() instanceof Body.Notice)) {
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
                compare(missed.conversations(accountId), known, id -> whole || again.contains(id));
                if (whole) {
                    tellNews(Delivery.invitations(accountId, missed.invitations(accountId)));
                    devices.forEach(missed::renew);
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
            vainLooks = 0;
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
        missed.again(() -> look(false), vainLooks++, e);
    }

    private void tell(ChatMessage message) {
        Place place = new Place(message.conversationId(), message.rev());
        tell(new Delivery(Set.of(accountId), null, place, Wire.write(new Said(message))));
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
