package coderbased.client.chat;

import coderbased.client.net.ClientThread;
import coderbased.client.net.Subscription;
import coderbased.client.storage.KeptConversation;
import coderbased.client.storage.KnownChat;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps on disk what this device knows of the chat: a while after something changed, once for all that changed in it. Used
 * on the client's own thread.
 */
final class Remembering {

    private static final Duration WHILE = Duration.ofSeconds(10);

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

    /** Something is not as it was. */
    void changed() {
        if (timer == null) {
            timer = thread.after(WHILE, this::keep);
        }
    }

    /** Hands it over now, where anything is not as it was. */
    void keep() {
        timer = null;
        List<KeptConversation> now = book.kept();
        if (!now.equals(kept)) {
            kept = now;
            known.keep(now);
        }
    }
}
