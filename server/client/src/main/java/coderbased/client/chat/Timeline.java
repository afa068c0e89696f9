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
 * Loaded part of an open conversation: a {@link TimelineWindow}, and the page that is being loaded.
 *
 * <p>While a page is being loaded, live messages are remembered and added to the window again afterwards: the page may
 * be older than they are. Used on the client thread.
 */
final class Timeline {

    /** Requests a page; the answer comes on the client thread. */
    interface History {

        CompletableFuture<HistoryPage> ask(Side side, long seq);
    }

    /**
     * Most missed messages that are appended to the loaded ones; with more, the reader keeps the place and loads on
     * from it.
     */
    private static final int MAX_FOLLOWED = TimelineWindow.MAX_MESSAGES / 2;

    private final History history;
    private final Runnable changed;
    private final NavigableMap<Long, ChatMessage> meanwhile = new TreeMap<>();
    private @Nullable TimelineWindow window;
    private @Nullable CompletableFuture<HistoryPage> page;

    /** True while the end is wanted, however many messages arrive before its page. */
    private boolean following;

    private long followedTo;

    Timeline(History history, Runnable changed) {
        this.history = history;
        this.changed = changed;
    }

    /** Returns the loaded window; null before the first page. */
    @Nullable
    TimelineWindow window() {
        return window;
    }

    /** True if the message with that number is loaded. */
    boolean isLoaded(long seq) {
        return window != null && window.message(seq) != null;
    }

    boolean isLoading() {
        return page != null;
    }

    /** Starts with an empty window; {@code next} is the number of the first message to come. */
    void beginEmpty(long next) {
        window = TimelineWindow.empty(next);
    }

    /**
     * Starts with the stored messages, because there is no connection.
     *
     * @param older true if there is history before them
     */
    void beginWith(List<ChatMessage> known, boolean older) {
        window = TimelineWindow.of(known, older, false);
    }

    /** Replaces the window with the page that ends with that number. */
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

    /** Replaces the window with the page around that number. */
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

    /** Adds a new or changed message, live or missed. */
    void heard(ChatMessage message) {
        if (isLoading()) {
            meanwhile.merge(message.seq(), message, (old, now) -> now.rev() >= old.rev() ? now : old);
        }
        if (window != null && window.heard(message)) {
            changed.run();
        }
    }

    /** Applies the server's summary; {@code lastSeq} is the number of the newest message. */
    void summary(long lastSeq) {
        if (window != null) {
            window.redraw();
            if (lastSeq - window.last() > MAX_FOLLOWED) {
                window.detach();
                following = false;
            }
        }
    }

    /** Discards all renderings. */
    void redraw() {
        if (window != null) {
            window.redraw();
        }
    }

    /** Discards the rendering of one message. */
    void redraw(long seq) {
        if (window != null) {
            window.redraw(seq);
        }
    }

    /** Requests the messages before one that came too early, if there is one. */
    void fillHole() {
        if (window != null && window.hasHole() && !isLoading()) {
            following = true;
            fill(window);
        }
    }

    /** Ends the synchronisation; {@code lastSeq} is the number of the newest message. */
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
                    changed.run(); // loading ends, even on an error
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
