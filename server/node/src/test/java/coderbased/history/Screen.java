package coderbased.history;

import coderbased.client.Chat;
import coderbased.client.ChatState;
import coderbased.client.ConversationView;
import coderbased.client.Line;
import coderbased.client.Line.Mark;
import coderbased.history.Event.Kind;
import coderbased.protocol.Body;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One device's screen and keyboard: notes what is said on it, and what appears and disappears between one picture and the
 * next, so that the history can be played back to what was on the screen at any moment.
 */
final class Screen {

    private final String device;
    private final Chat chat;
    private final History history;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final Map<String, ConversationView> shown = new HashMap<>();
    private volatile long refused;
    private volatile boolean follows = true;

    /** The newest picture that is in the history as a whole; what the client knows may be further. */
    private volatile ChatState noted;

    Screen(String device, Chat chat, History history) {
        this.device = device;
        this.chat = chat;
        this.history = history;
        this.noted = chat.state();
        chat.onState(this::pictured);
    }

    /** The person belongs to that conversation, and looks at it as soon as the device knows of it. */
    void join(String conversation) {
        Soon.so(device + " knows the conversation", () -> chat.state().conversation(conversation) != null);
        history.note(Kind.BELONGS, device, conversation, Event.Shown.NONE, 0);
        chat.talk(conversation).open();
    }

    void say(String conversation, String text) {
        String digest = History.digest(text);
        unanswered.add(digest);
        history.note(Kind.SENT, device, conversation, new Event.Shown("", 0, digest), 0);
        chat.talk(conversation).send(text, null);
    }

    boolean isCaughtUp() {
        return noted.caughtUp();
    }

    /** How many messages were said here and are neither acknowledged nor refused. */
    int unanswered() {
        return unanswered.size();
    }

    /** The number of the newest message on the screen, by conversation. */
    Map<String, Long> newest() {
        return noted.conversations().stream()
                .collect(Collectors.toMap(
                        ConversationView::id,
                        view -> view.lines().stream().mapToLong(Line::seq).max().orElse(0)));
    }

    /** Whether the end of every conversation is on the screen. */
    boolean isAtTheEnd() {
        return noted.caughtUp() && noted.conversations().stream().noneMatch(ConversationView::newer);
    }

    /** Scrolls up from here on, in every conversation; true once the first message of each was reached. */
    boolean scrollUp() {
        follows = false;
        List<ConversationView> more =
                noted.conversations().stream().filter(ConversationView::older).toList();
        more.forEach(conversation -> chat.talk(conversation.id()).loadOlder());
        return more.isEmpty();
    }

    /** How many were refused. */
    long refused() {
        return refused;
    }

    private void pictured(ChatState picture) {
        for (ConversationView now : picture.conversations()) {
            ConversationView before = shown.put(now.id(), now);
            if (before != now) {
                follow(now);
                compare(now.id(), before == null ? List.of() : before.lines(), now.lines());
            }
        }
        noted = picture;
    }

    /** The person stays at the end of what is said. */
    private void follow(ConversationView conversation) {
        if (follows && conversation.newer() && !conversation.loading()) {
            chat.talk(conversation.id()).loadNewer();
        }
    }

    private void compare(String conversation, List<Line> before, List<Line> now) {
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
        for (Line gone : before.subList(top, before.size() - bottom)) {
            history.note(Kind.GONE, device, conversation, line(gone), top);
        }
        for (int place = top; place < now.size() - bottom; place++) {
            appeared(conversation, now.get(place), place);
        }
    }

    private void appeared(String conversation, Line line, int place) {
        Event.Shown noted = line(line);
        history.note(Kind.SHOWN, device, conversation, noted, place);
        if (line.seq() > 0 && unanswered.remove(noted.digest())) {
            history.note(Kind.ACKNOWLEDGED, device, conversation, noted, place);
        }
        if (line.mark() == Mark.REFUSED && unanswered.remove(noted.digest())) {
            history.note(Kind.REFUSED, device, conversation, noted, place);
            refused++;
        }
    }

    private static Event.Shown line(Line line) {
        String digest = line.body() instanceof Body.Text(String text) ? History.digest(text) : "";
        return new Event.Shown(line.clientMessageId(), line.seq(), digest);
    }

    private static boolean isSame(Line one, Line other) {
        return one == other
                || (one.seq() == other.seq()
                        && one.clientMessageId().equals(other.clientMessageId())
                        && one.body().equals(other.body())
                        && (one.mark() == Mark.REFUSED) == (other.mark() == Mark.REFUSED));
    }
}
