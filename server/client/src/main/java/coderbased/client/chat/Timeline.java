package coderbased.client.chat;

import coderbased.protocol.ChatClientMessage.GetHistory.Side;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.ChatServerMessage.HistoryPage;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks at of one conversation: a {@link TimelineWindow} of it, and the page that is on its way.
 *
 * <p>While a page is on its way, what is heard live is remembered and told to the window again afterwards: the page may be
 * older than that. Used on the client's own thread.
 */
final class Timeline {

    /** Asks for a page; the answer comes on the client's own thread. */
    interface History {

        CompletableFuture<HistoryPage> ask(Side side, long seq);
    }

    /** What was missed is added to what is loaded up to here; beyond, the reader keeps the place and reads on from it. */
    private static final int MOST_FOLLOWED = TimelineWindow.MOST / 2;

    private final History history;
    private final Runnable changed;
    private final NavigableMap<Long, ChatMessage> meanwhile = new TreeMap<>();
    private @Nullable TimelineWindow window;
    private @Nullable CompletableFuture<HistoryPage> page;

    /** What is wanted is the end, however much is said before a page of it arrives. */
    private boolean following;

    private long followedTo;

    Timeline(History history, Runnable changed) {
        this.history = history;
        this.changed = changed;
    }

    /** What is loaded; null for nothing yet. */
    @Nullable
    TimelineWindow window() {
        return window;
    }

    /** Whether the message with that number is. */
    boolean isLoaded(long seq) {
        return window != null && window.message(seq) != null;
    }

    boolean isLoading() {
        return page != null;
    }

    /** Nothing is there to load: {@code next} will be the number of the first message. */
    void beginEmpty(long next) {
        window = TimelineWindow.empty(next);
    }

    /** There is no connection: what is known of its end is shown; {@code older}: there is history before it. */
    void beginWith(List<ChatMessage> known, boolean older) {
        window = TimelineWindow.of(known, older, false);
    }

    /** Loads the page that ends with that number, in place of what is loaded. */
    void loadEnd(long lastSeq) {
        following = true;
        followedTo = 0;
        ask(Side.BEFORE, lastSeq + 1, end -> {
            if (end.messages().isEmpty()) {
                beginEmpty(lastSeq + 1);
            }
            replace(end);
        });
    }

    /** Loads what is around that number, in place of what is loaded. */
    void loadAround(long seq) {
        following = false;
        ask(Side.AROUND, seq, this::replace);
    }

    void loadOlder() {
        TimelineWindow loaded = window;
        if (loaded != null && loaded.hasOlder() && !isLoading()) {
            following = false;
            ask(Side.BEFORE, loaded.first(), older -> loaded.prepend(older.messages(), older.older()));
        }
    }

    void loadNewer() {
        TimelineWindow loaded = window;
        if (loaded != null && !loaded.isAtEnd() && !isLoading()) {
            fill(loaded);
        }
    }

    /** A message that is new or changed, live or missed. */
    void heard(ChatMessage message) {
        if (isLoading()) {
            meanwhile.merge(message.seq(), message, (old, now) -> now.rev() >= old.rev() ? now : old);
        }
        if (window != null && window.heard(message)) {
            changed.run();
        }
    }

    /** The server says how the conversation stands; {@code lastSeq} is its newest message. */
    void summary(long lastSeq) {
        if (window != null) {
            window.redraw();
            if (lastSeq - window.last() > MOST_FOLLOWED) {
                window.detach();
                following = false;
            }
        }
    }

    /** What is drawn is not right any more. */
    void redraw() {
        if (window != null) {
            window.redraw();
        }
    }

    /** What is drawn of one message is not right any more. */
    void redraw(long seq) {
        if (window != null) {
            window.redraw(seq);
        }
    }

    /** Asks for what was said before a message that came too early, if there is one. */
    void fillHole() {
        if (window != null && window.hasHole() && !isLoading()) {
            following = true;
            fill(window);
        }
    }

    /** Everything that was missed has been heard; {@code lastSeq} is the conversation's newest message. */
    void complete(long lastSeq) {
        TimelineWindow loaded = window;
        if (loaded != null && loaded.isAtEnd() && loaded.last() < lastSeq && !isLoading()) {
            following = true;
            fill(loaded);
        }
    }

    private void fill(TimelineWindow loaded) {
        ask(Side.AFTER, loaded.last(), newer -> loaded.append(newer.messages(), newer.newer()));
    }

    private void replace(HistoryPage arrived) {
        List<ChatMessage> messages = arrived.messages();
        if (!messages.isEmpty()) {
            window = TimelineWindow.of(messages, arrived.older(), arrived.newer());
        }
    }

    private void ask(Side side, long seq, Consumer<HistoryPage> put) {
        CompletableFuture<HistoryPage> asked = history.ask(side, seq);
        page = asked;
        meanwhile.clear();
        changed.run();
        asked.whenComplete((arrived, _) -> {
            if (page == asked) {
                page = null;
                try {
                    if (arrived != null) {
                        put.accept(arrived);
                        retell();
                        follow();
                    }
                } finally {
                    changed.run(); // it is not loading any more, whatever went wrong
                }
            }
        });
    }

    private void follow() {
        TimelineWindow loaded = window;
        if (following && loaded != null && !loaded.isAtEnd() && loaded.last() > followedTo) {
            followedTo = loaded.last();
            fill(loaded);
        }
    }

    private void retell() {
        if (window != null) {
            meanwhile.values().forEach(window::heard);
        }
        meanwhile.clear();
    }
}
