package coderbased.client.chat;

import coderbased.client.net.ClientThread;
import coderbased.client.net.Subscription;
import coderbased.protocol.ChatClientMessage;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server how far messages have arrived here and how far the user has read. Used on the client thread.
 *
 * <p>Arrivals are sent after one {@link #SEND_DELAY}, once for all of them, and a few conversations at a time. A busy
 * group, or a return after a long time, does not cause a flood of frames.
 */
final class Receipts {

    private static final Duration SEND_DELAY = Duration.ofMillis(250);
    private static final int BATCH_SIZE = 20;

    private final ClientThread thread;
    private final ChatBook book;
    private final Uplink uplink;
    private final Set<String> arrived = new LinkedHashSet<>();
    private @Nullable Subscription timer;

    Receipts(ClientThread thread, ChatBook book, Uplink uplink) {
        this.thread = thread;
        this.book = book;
        this.uplink = uplink;
    }

    /** Sends all positions once the synchronisation is complete. */
    void caughtUp() {
        for (LocalConversation conversation : book.conversations()) {
            tellRead(conversation);
            arrived(conversation);
        }
    }

    /** Notes that messages may have arrived in a conversation. */
    void arrived(LocalConversation conversation) {
        if (book.isCaughtUp() && conversation.markers().deliveredToTell() > 0) {
            arrived.add(conversation.id());
            if (timer == null) {
                timer = thread.after(SEND_DELAY, this::tellArrived);
            }
        }
    }

    /** Marks a conversation as read up to a message. */
    void read(LocalConversation conversation, long seq) {
        if (conversation.read(seq)) {
            tellRead(conversation);
        }
    }

    void pause() {
        arrived.clear();
        if (timer != null) {
            timer.close();
            timer = null;
        }
    }

    private void tellRead(LocalConversation conversation) {
        long seq = conversation.markers().readToTell();
        if (seq > 0 && book.isCaughtUp()) {
            uplink.tell(new ChatClientMessage.MarkRead(conversation.id(), seq));
        }
    }

    private void tellArrived() {
        timer = null;
        Iterator<String> next = arrived.iterator();
        for (int told = 0; told < BATCH_SIZE && next.hasNext(); told++) {
            String id = next.next();
            next.remove();
            book.with(id, this::tellArrived);
        }
        if (next.hasNext()) {
            timer = thread.after(SEND_DELAY, this::tellArrived);
        }
    }

    private void tellArrived(LocalConversation conversation) {
        long seq = conversation.markers().deliveredToTell();
        if (seq > 0) {
            uplink.tell(new ChatClientMessage.MarkDelivered(conversation.id(), seq));
        }
    }
}
