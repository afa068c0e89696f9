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

/** What is shown to the person of what came in: at most three at a time, for five seconds each. */
public final class NotificationsViewModel implements AutoCloseable {

    /** More conversations than this at a time become one sum. */
    static final int MOST = 3;

    private static final Duration SHOWN = Duration.ofSeconds(5);

    private final ChatViewModel chat;
    private final ChatTools tools;
    private final Arrivals arrivals;
    private final NotificationWords words;
    private final ObservableList<Notification> shown = FXCollections.observableArrayList();
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final BooleanProperty quiet = new SimpleBooleanProperty();
    private final ObjectProperty<Privacy> privacy = new SimpleObjectProperty<>(Privacy.NAME_AND_TEXT);
    private final Subscription subscription;
    private Runnable heard = () -> {};

    public NotificationsViewModel(ChatViewModel chat) {
        this.chat = chat;
        this.tools = chat.tools();
        this.arrivals = new Arrivals(tools.clock());
        this.words = new NotificationWords(tools.pictures());
        this.subscription = chat.state().subscribe(this::next);
        quiet.subscribe(now -> {
            if (now) {
                clear();
            }
        });
    }

    /** What to show, oldest first. */
    public ObservableList<Notification> shown() {
        return shown;
    }

    /** Whether the person sees the chat anyway. Set by whoever shows it. */
    public BooleanProperty quiet() {
        return quiet;
    }

    /** How much is said. */
    public ObjectProperty<Privacy> privacy() {
        return privacy;
    }

    /** What to do, once, whenever something new is shown: a sound, if wanted. */
    public void onNew(Runnable then) {
        heard = then;
    }

    /** The person pressed it: shows what it tells of. */
    public void press(Notification notification) {
        clear();
        if (notification.conversationId() != null) {
            chat.open(notification.conversationId());
        }
    }

    /** The person does not want to see it any more. */
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
        if (fresh.isEmpty() || quiet.get() || privacy.get() == Privacy.OFF) {
            return;
        }
        fresh.forEach(arrival -> counts.merge(arrival.conversation().id(), arrival.messages(), Integer::sum));
        boolean missed = fresh.getFirst().missed();
        if (missed || counts.size() > MOST || isSum()) {
            showSum(state);
        } else {
            fresh.forEach(this::show);
        }
        heard.run();
    }

    private boolean isBeforeThePerson(Arrival arrival) {
        return chat.thread().isInSight()
                && arrival.conversation()
                        .id()
                        .equals(chat.thread().conversationId().get());
    }

    /** What was read on another device meanwhile needs no telling. */
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

    @SuppressWarnings("ReferenceEquality") // only this very one is over, not the next that says the same
    private void endLater(Notification over) {
        tools.delay().run(SHOWN, () -> {
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
