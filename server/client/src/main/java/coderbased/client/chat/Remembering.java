package coderbased.client.chat;

import coderbased.client.net.ClientThread;
import coderbased.client.net.Subscription;
import coderbased.client.storage.KeptConversation;
import coderbased.client.storage.KnownChat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stores the state of the chat on disk: some time after a change, once for all changes in that time. Used on the client
 * thread.
 */
final class Remembering {

    private static final Duration SAVE_DELAY = Duration.ofSeconds(10);

    private final ClientThread thread;
    private final ChatBook book;
    private final KnownChat known;
    private List<KeptConversation> kept = List.of();
    private @Nullable Subscription timer;

    Remembering(ClientThread thread, ChatBook book, KnownChat known) {
        this.thread = thread;
        this.book = book;
        this.known = known;
    }

    /** Notes that the state has changed. */
    void changed() {
        if (timer == null) {
            timer = thread.after(SAVE_DELAY, this::keep);
        }
    }

    /** Stores the state now, if it has changed. */
    void keep() {
        timer = null;
        List<KeptConversation> now = book.kept();
        if (!now.equals(kept)) {
            kept = now;
            known.keep(now);
        }
    }
}
