package coderbased.history;

import coderbased.client.chat.Chat;
import coderbased.client.chat.ChatState;
import coderbased.client.chat.ConversationView;
import coderbased.client.chat.MessageView;
import coderbased.client.chat.MessageView.DeliveryStatus;
import coderbased.history.Event.Kind;
import coderbased.protocol.Body;
import coderbased.testing.Eventually;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * One device's screen and keyboard: notes what is said on it, and what appears and disappears between one picture and
 * the next, so that the history can be played back to what was on the screen at any moment.
 */
final class Screen {

    /** In the order in which one person chooses them for one message; the empty one takes it back. */
    private static final List<String> EMOJI = List.of("👍", "🎉", "👩‍👩‍👧‍👦", "", "❤️", "😮");

    private static final int LATE = 20;

    private final String device;
    private final Chat chat;
    private final History history;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Map<String, ConversationView> shown = new HashMap<>();
    private final Set<String> saidHere = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> reacted = new HashMap<>();
    private final ShownMarkers markers;
    private volatile long refused;
    private volatile boolean follows = true;

    /** The newest picture that is in the history as a whole; what the client knows may be further. */
    private volatile ChatState noted;

    Screen(String device, Chat chat, History history) {
        this.device = device;
        this.chat = chat;
        this.history = history;
        this.markers = new ShownMarkers(device, history);
        this.noted = chat.state();
        chat.onState(this::pictured);
    }

    /** The person belongs to that conversation, and looks at it as soon as the device knows of it. */
    void join(String conversation) {
        Eventually.holds(device + " knows the conversation", () -> chat.state().conversation(conversation) != null);
        history.note(Kind.BELONGS, device, conversation, Event.Shown.NONE, 0);
        chat.conversation(conversation).open();
    }

    void say(String conversation, String text) {
        String digest = History.digest(text);
        unanswered.add(digest);
        history.note(Kind.SENT, device, conversation, new Event.Shown("", 0, digest), 0);
        chat.conversation(conversation).send(text, null);
    }

    /** Puts another text into something that was said here not long ago, if there is any. */
    void edit(String conversation, String text, RandomGenerator random) {
        anyOfLate(conversation, line -> saidHere.contains(line.clientMessageId()), random)
                .ifPresent(line -> {
                    String digest = History.digest(text);
                    history.note(Kind.EDITED, device, conversation, new Event.Shown("", line.seq(), digest), 0);
                    chat.conversation(conversation).edit(line.seq(), text);
                });
    }

    /** Reacts to something late, each time differently; half of it is left to the person's other device. */
    void react(String conversation, boolean even, RandomGenerator random) {
        anyOfLate(conversation, line -> line.body() instanceof Body.Text && (line.seq() % 2 == 0) == even, random)
                .ifPresent(line -> {
                    int times = reacted.merge(conversation + " " + line.seq(), 1, Integer::sum);
                    String emoji = EMOJI.get(Math.min(times, EMOJI.size()) - 1);
                    if (times <= EMOJI.size()) {
                        history.note(Kind.REACTED, device, conversation, new Event.Shown("", line.seq(), "", emoji), 0);
                        chat.conversation(conversation).react(line.seq(), emoji.isEmpty() ? null : emoji);
                    }
                });
    }

    /** The person has seen what is on the screen. */
    void read(String conversation) {
        long seq = newest().getOrDefault(conversation, 0L);
        history.note(Kind.READ, device, conversation, new Event.Shown("", seq, ""), 0);
        chat.conversation(conversation).markRead(seq);
    }

    private Optional<MessageView> anyOfLate(
            String conversation, Predicate<MessageView> wanted, RandomGenerator random) {
        ConversationView view = noted.conversation(conversation);
        List<MessageView> lines = view == null ? List.of() : view.messages();
        List<MessageView> late = lines.subList(Math.max(0, lines.size() - LATE), lines.size()).stream()
                .filter(line -> line.seq() > 0)
                .filter(wanted)
                .toList();
        return late.isEmpty() ? Optional.empty() : Optional.of(late.get(random.nextInt(late.size())));
    }

    boolean isCaughtUp() {
        return noted.caughtUp();
    }

    /** Returns how many messages were said here and are neither acknowledged nor refused. */
    int unanswered() {
        return unanswered.size();
    }

    /** The number of the newest message on the screen, by conversation. */
    Map<String, Long> newest() {
        return noted.conversations().stream()
                .collect(Collectors.toMap(
                        ConversationView::id,
                        view -> view.messages().stream()
                                .mapToLong(MessageView::seq)
                                .max()
                                .orElse(0)));
    }

    /** The end of what is on the screen, as it looks, by conversation and number. */
    Map<String, Event.Shown> late() {
        Map<String, Event.Shown> late = new HashMap<>();
        for (ConversationView view : noted.conversations()) {
            List<MessageView> lines = view.messages();
            lines.subList(Math.max(0, lines.size() - LATE), lines.size())
                    .forEach(line -> late.put(view.id() + " " + line.seq(), line(line)));
        }
        return late;
    }

    /** Returns how far people have read, as the screen shows it, by conversation and person. */
    Map<String, Long> read() {
        return markers.read();
    }

    /** True if the end of every conversation is on the screen. */
    boolean isAtTheEnd() {
        return noted.caughtUp() && noted.conversations().stream().allMatch(Screen::isAtTheEnd);
    }

    /** Scrolls up from here on, in every conversation; true once the first message of each was reached. */
    boolean scrollUp() {
        follows = false;
        List<ConversationView> more =
                noted.conversations().stream().filter(ConversationView::older).toList();
        more.forEach(conversation -> chat.conversation(conversation.id()).loadOlder());
        return more.isEmpty();
    }

    /** Returns how many were refused. */
    long refused() {
        return refused;
    }

    private static boolean isAtTheEnd(ConversationView view) {
        boolean loaded = !view.messages().isEmpty() || view.lastMessage() == null;
        return loaded && !view.loading() && !view.newer();
    }

    private void pictured(ChatState picture) {
        for (ConversationView now : picture.conversations()) {
            ConversationView before = shown.put(now.id(), now);
            if (before != now) {
                follow(now);
                markers.compare(now, picture.me().name());
                compare(now.id(), before == null ? List.of() : before.messages(), now.messages());
            }
        }
        noted = picture;
    }

    /** The person stays at the end of what is said. */
    private void follow(ConversationView conversation) {
        if (follows && conversation.newer() && !conversation.loading()) {
            chat.conversation(conversation.id()).loadNewer();
        }
    }

    /** Notes first what left and entered at the top: a full window slides with every message. */
    private void compare(String conversation, List<MessageView> before, List<MessageView> now) {
        int slid = now.isEmpty() ? 0 : place(now.getFirst(), before);
        before.subList(0, slid).forEach(gone -> history.note(Kind.GONE, device, conversation, line(gone), 0));
        List<MessageView> left = before.subList(slid, before.size());
        int paged = left.isEmpty() ? 0 : place(left.getFirst(), now);
        for (int place = 0; place < paged; place++) {
            appeared(conversation, now.get(place), place);
        }
        compare(conversation, left, now.subList(paged, now.size()), paged);
    }

    private void compare(String conversation, List<MessageView> before, List<MessageView> now, int above) {
        int same = Math.min(before.size(), now.size());
        int top = 0;
        while (top < same && isSame(before.get(top), now.get(top))) {
            top++;
        }
        int bottom = 0;
        while (bottom < same - top
                && isSame(before.get(before.size() - 1 - bottom), now.get(now.size() - 1 - bottom))) {
            bottom++;
        }
        for (MessageView gone : before.subList(top, before.size() - bottom)) {
            history.note(Kind.GONE, device, conversation, line(gone), above + top);
        }
        for (int place = top; place < now.size() - bottom; place++) {
            appeared(conversation, now.get(place), above + place);
        }
    }

    /** Returns where that line stands; 0 where it does not. */
    private static int place(MessageView line, List<MessageView> lines) {
        for (int place = 0; place < lines.size(); place++) {
            if (isSame(lines.get(place), line)) {
                return place;
            }
        }
        return 0;
    }

    private void appeared(String conversation, MessageView line, int place) {
        Event.Shown noted = line(line);
        history.note(Kind.SHOWN, device, conversation, noted, place);
        if (line.seq() > 0 && unanswered.remove(noted.digest())) {
            saidHere.add(line.clientMessageId());
            history.note(Kind.ACKNOWLEDGED, device, conversation, noted, place);
        }
        if (line.status() == DeliveryStatus.REFUSED && unanswered.remove(noted.digest())) {
            history.note(Kind.REFUSED, device, conversation, noted, place);
            refused++;
        }
    }

    private static Event.Shown line(MessageView line) {
        String digest = line.body() instanceof Body.Text(String text) ? History.digest(text) : "";
        String reactions = line.reactions().stream()
                .flatMap(each -> each.names().stream().map(name -> name + "=" + each.emoji()))
                .sorted()
                .collect(Collectors.joining(" "));
        return new Event.Shown(line.clientMessageId(), line.seq(), digest, reactions);
    }

    private static boolean isSame(MessageView one, MessageView other) {
        return one == other
                || (one.seq() == other.seq()
                        && one.clientMessageId().equals(other.clientMessageId())
                        && one.body().equals(other.body())
                        && one.reactions().equals(other.reactions())
                        && (one.status() == DeliveryStatus.REFUSED) == (other.status() == DeliveryStatus.REFUSED));
    }
}
