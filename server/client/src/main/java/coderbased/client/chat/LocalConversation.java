package coderbased.client.chat;

import coderbased.client.files.Transfer;
import coderbased.client.storage.KeptConversation;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary;
import coderbased.protocol.Protocol;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as this device knows it. Used on the client thread.
 *
 * <p>Messages are loaded only while the conversation is open. Otherwise it holds its numbers and its most recent
 * messages.
 */
final class LocalConversation {

    private final String id;
    private final Runnable touched;
    private final ConversationInfo info = new ConversationInfo();
    private final Members members;
    private final MessageRenderer messageRenderer;
    private final LocalEchoes own;
    private final SyncPosition position = new SyncPosition();
    private final RecentMessages recent = new RecentMessages();
    private final OwnMarkers markers;
    private final ConversationRenderer conversationRenderer;
    private @Nullable Timeline timeline;
    private @Nullable ConversationView view;
    private @Nullable KeptConversation kept;

    /**
     * @param me the reader's account
     * @param kept finds the local file with a SHA-256 hash, if this device has it
     * @param touched called whenever {@link #view} is out of date
     */
    LocalConversation(String id, String me, Function<String, Optional<Path>> kept, Runnable touched) {
        this.id = id;
        this.touched = touched;
        this.members = new Members(me);
        PendingEdits pending = new PendingEdits(me);
        this.messageRenderer = new MessageRenderer(members, pending, kept);
        this.own = new LocalEchoes(this, me, messageRenderer, pending);
        this.markers = new OwnMarkers(position, members);
        this.conversationRenderer = new ConversationRenderer(id, info, members, position, messageRenderer);
    }

    String id() {
        return id;
    }

    Members members() {
        return members;
    }

    SyncPosition position() {
        return position;
    }

    /** Applies the server's summary. */
    void summary(ConversationSummary summary) {
        info.summary(summary);
        members.summary(summary);
        position.summary(summary);
        if (timeline != null) {
            timeline.summary(summary.lastSeq());
        }
        changed();
    }

    /** Applies a person's new name. */
    void renamed(Contact contact) {
        if (members.renamed(contact)) {
            if (timeline != null) {
                timeline.redraw();
            }
            changed();
        }
    }

    /** Adds a message that was sent or changed while this device was away. */
    void missed(ChatMessage message) {
        position.heard(message);
        recent.missed(message, position.lastSeq());
        take(message);
    }

    /** Adds a message that was sent or changed just now. */
    void heard(ChatMessage message) {
        position.heard(message);
        recent.heard(message, position.lastSeq());
        take(message);
        if (timeline != null) {
            timeline.fillHole();
        }
    }

    /** Applies an account's delivery and read positions. */
    void markersMoved(String accountId, long deliveredSeq, long readSeq) {
        if (members.markersMoved(accountId, deliveredSeq, readSeq)) {
            changed();
        }
    }

    void settingsChanged(ConversationSettings now) {
        info.settingsChanged(now);
        changed();
    }

    void drafted(String text) {
        info.drafted(text);
        changed();
    }

    /** Sets the accounts that are typing. */
    void typing(List<String> accountIds) {
        info.typing(members.namesOf(accountIds));
        changed();
    }

    /** Returns the reader's own messages and changes that the server has not shown yet. */
    LocalEchoes own() {
        return own;
    }

    /** Sets the progress of a message's file download; null when it has ended. */
    void fetching(long seq, @Nullable Transfer transfer) {
        messageRenderer.fetching(seq, transfer);
        redraw(seq);
    }

    /** Marks everything up to {@code seq} as read on this device. True if that is further than before. */
    boolean read(long seq) {
        long before = markers.readSeq();
        position.readHere(seq);
        boolean further = markers.readSeq() > before;
        if (further) {
            changed();
        }
        return further;
    }

    /** Returns the reader's own positions. */
    OwnMarkers markers() {
        return markers;
    }

    /**
     * Opens the conversation: loads messages at the first unread one, or at the end.
     *
     * @param reachable true if there is a connection; without one, the stored messages are shown
     */
    void open(Timeline.History history, boolean reachable) {
        if (timeline != null) {
            return;
        }
        timeline = new Timeline(history, this::changed);
        List<ChatMessage> known = recent.messages();
        if (position.lastSeq() == 0) {
            timeline.beginEmpty(1);
        } else if (!reachable && !known.isEmpty()) {
            timeline.beginWith(known, position.isBefore(known.getFirst().seq()));
            position.restore(recent.wholeRev());
        } else if (markers.unread() > Protocol.BATCH_SIZE) {
            timeline.loadAround(markers.readSeq() + 1);
        } else {
            timeline.loadEnd(position.lastSeq());
        }
        changed();
    }

    /** Closes the conversation and releases its loaded messages. */
    void close() {
        remember();
        timeline = null;
        changed();
    }

    /** Returns the loaded timeline; null while the conversation is closed. */
    @Nullable
    Timeline timeline() {
        return timeline;
    }

    /** Ends the synchronisation of this conversation. */
    void caughtUp() {
        position.whole();
        if (window() == null && recent.wholeRev() < position.wholeRev()) {
            recent.beginWith(position.last(), position.wholeRev());
        }
        own.inFlight().removeStoredUpTo(position.lastSeq());
        if (timeline != null) {
            timeline.complete(position.lastSeq());
        }
        changed();
    }

    /** Returns the revision from which a returning device needs changes; empty if nothing is loaded. */
    OptionalLong have() {
        return window() == null ? OptionalLong.empty() : OptionalLong.of(position.wholeRev());
    }

    /** Returns a stored message; null if it is not at hand. */
    @Nullable
    ChatMessage message(long seq) {
        TimelineWindow window = window();
        ChatMessage loaded = window == null ? null : window.message(seq);
        ChatMessage last = position.last();
        return loaded == null && last != null && last.seq() == seq ? last : loaded;
    }

    /**
     * Returns the content of a stored message; null if it is not at hand. The reader's own message counts from the
     * server's answer on, before the message itself arrives.
     */
    @Nullable
    Body body(long seq) {
        ChatMessage message = message(seq);
        return message == null ? own.inFlight().storedBody(seq) : message.body();
    }

    /** Renders a message of this conversation; it need not be loaded. */
    MessageView render(ChatMessage message) {
        return messageRenderer.stored(message);
    }

    boolean isPinned() {
        return info.settings().pinned();
    }

    /** Returns the time of the newest message; {@link Instant#MIN} if there is none. */
    Instant lastSaidAt() {
        MessageView last = view().lastMessage();
        return last == null ? Instant.MIN : last.at();
    }

    ConversationView view() {
        if (view == null) {
            view = conversationRenderer.draw(timeline, own.inFlight());
        }
        return view;
    }

    /** Returns the data to store; the same object as before if nothing changed. */
    KeptConversation kept() {
        if (kept == null) {
            remember();
            kept = new KeptConversation(
                    position.summary(id, info, members), recent.wholeRev(), markers.readToTell(), recent.messages());
        }
        return kept;
    }

    /** Restores the data of an earlier start. */
    void restore(KeptConversation earlier) {
        summary(earlier.summary());
        position.readBefore(earlier.readHere());
        recent.be(earlier.messages(), earlier.wholeRev());
        changed();
    }

    /** Takes over the end of the open timeline as the most recent messages. */
    private void remember() {
        TimelineWindow window = window();
        if (window != null
                && window.isAtEnd()
                && !window.hasHole()
                && recent.messages().size() < RecentMessages.MAX_MESSAGES) {
            recent.be(window.newest(RecentMessages.MAX_MESSAGES), Math.max(position.wholeRev(), recent.wholeRev()));
        }
    }

    private void take(ChatMessage message) {
        members.wrote(message);
        own.shown(message, members.isMe(message.senderId()));
        if (timeline != null) {
            timeline.heard(message);
        }
        changed();
    }

    private @Nullable TimelineWindow window() {
        return timeline == null ? null : timeline.window();
    }

    /** Discards the rendering of one message. */
    void redraw(long seq) {
        if (timeline != null) {
            timeline.redraw(seq);
        }
        changed();
    }

    /** Discards the rendering of the whole conversation. */
    void changed() {
        view = null;
        kept = null;
        touched.run();
    }
}
