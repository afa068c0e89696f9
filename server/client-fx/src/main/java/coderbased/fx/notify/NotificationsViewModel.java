package coderbased.fx.notify;

import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.fx.chat.ChatTools;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.notify.Arrivals.Arrival;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** Notifications of new messages: at most three at a time, for five seconds each. */
public final class NotificationsViewModel implements AutoCloseable {

    /** Largest number of conversations with their own notifications; with more, one summary is shown. */
    static final int MAX_SHOWN = 3;

    private static final Duration SHOWN_TIME = Duration.ofSeconds(5);

    private final ChatViewModel chat;
    private final ChatTools tools;
    private final Arrivals arrivals;
    private final NotificationWords words;
    private final ObservableList<Notification> shown = FXCollections.observableArrayList();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final BooleanProperty suppressed = new SimpleBooleanProperty();
    private final BooleanProperty underThem = new SimpleBooleanProperty();
    private final ObjectProperty<Privacy> privacy = new SimpleObjectProperty<>(Privacy.NAME_AND_TEXT);
    private final Subscription subscription;
    private Runnable heard = () -> {};

    public NotificationsViewModel(ChatViewModel chat) {
        this.chat = chat;
        this.tools = chat.tools();
        this.arrivals = new Arrivals(tools.clock());
        this.words = new NotificationWords(tools.pictures());
        this.subscription = chat.state().subscribe(this::next);
        suppressed.subscribe(now -> {
            if (now) {
                clear();
            }
        });
        underThem.subscribe(this::forgetOpen);
        chat.thread().conversationId().subscribe(this::forgetOpen);
    }

    /** Returns the notifications to show, oldest first. */
    public ObservableList<Notification> shown() {
        return shown;
    }

    /** True while the user sees the chat anyway. Set by the view. */
    public BooleanProperty suppressed() {
        return suppressed;
    }

    /** True while notifications would cover the open thread: then none is about it. Set by a view that shows both. */
    public BooleanProperty underThem() {
        return underThem;
    }

    /** Returns the privacy setting. */
    public ObjectProperty<Privacy> privacy() {
        return privacy;
    }

    /** Sets the action to run for each new notification, for example a sound. */
    public void onNew(Runnable then) {
        heard = then;
    }

    /** Opens the conversation of a notification. */
    public void press(Notification notification) {
        clear();
        if (notification.conversationId() != null) {
            chat.open(notification.conversationId());
        }
    }

    /** Dismisses a notification. */
    public void dismiss(Notification notification) {
        shown.remove(notification);
        if (notification.conversationId() == null) {
            counts.clear();
        } else {
            counts.remove(notification.conversationId());
        }
    }

    private void next(ChatState state) {
        List<Arrival> fresh = arrivals.next(state).stream()
                .filter(arrival -> !isBeforeThePerson(arrival))
                .toList();
        forgetRead(state);
        if (fresh.isEmpty() || suppressed.get() || privacy.get() == Privacy.OFF) {
            return;
        }
        fresh.forEach(arrival -> counts.merge(arrival.conversation().id(), arrival.messages(), Integer::sum));
        boolean missed = fresh.getFirst().missed();
        if (missed || counts.size() > MAX_SHOWN || isSum()) {
            showSum(state);
        } else {
            fresh.forEach(this::show);
        }
        heard.run();
    }

    private boolean isBeforeThePerson(Arrival arrival) {
        return (chat.thread().isInSight() || underThem.get())
                && arrival.conversation()
                        .id()
                        .equals(chat.thread().conversationId().get());
    }

    /** Removes the notification of a chat that the person opened below it. */
    private void forgetOpen() {
        String open = underThem.get() ? chat.thread().conversationId().get() : null;
        shown.removeIf(n -> open != null && open.equals(n.conversationId()));
        counts.keySet().removeIf(id -> id.equals(open));
    }

    /** Removes notifications of messages that were read on another device. */
    private void forgetRead(ChatState state) {
        Set<String> read = new HashSet<>();
        counts.keySet().forEach(id -> {
            ConversationView conversation = state.conversation(id);
            if (conversation == null || conversation.unread() == 0) {
                read.add(id);
            }
        });
        counts.keySet().removeAll(read);
        shown.removeIf(n -> n.conversationId() == null ? counts.isEmpty() : read.contains(n.conversationId()));
    }

    private boolean isSum() {
        return !shown.isEmpty() && shown.getFirst().conversationId() == null && counts.size() > 1;
    }

    private void showSum(ChatState state) {
        Notification sum = NotificationWords.sum(counts, state, privacy.get());
        shown.setAll(List.of(sum));
        endLater(sum);
    }

    private void show(Arrival arrival) {
        String id = arrival.conversation().id();
        Notification fresh = words.of(arrival.conversation(), counts.getOrDefault(id, 1), privacy.get());
        int place = placeOf(id);
        if (place < 0) {
            shown.add(fresh);
        } else {
            shown.set(place, fresh);
        }
        endLater(fresh);
    }

    private int placeOf(String conversationId) {
        for (int i = 0; i < shown.size(); i++) {
            if (conversationId.equals(shown.get(i).conversationId())) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings("ReferenceEquality") // only this notification ends, not a newer equal one
    private void endLater(Notification over) {
        tools.delay().run(SHOWN_TIME, () -> {
            if (shown.stream().anyMatch(now -> now == over)) {
                dismiss(over);
            }
        });
    }

    private void clear() {
        shown.clear();
        counts.clear();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        clear();
    }
}
