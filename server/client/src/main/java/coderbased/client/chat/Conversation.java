package coderbased.client.chat;

import coderbased.client.files.Transfer;
import coderbased.client.storage.KeptConversation;
import coderbased.protocol.Arrangement;
import coderbased.protocol.Body;
import coderbased.protocol.ChatMessage;
import coderbased.protocol.Contact;
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
 * One conversation as this device knows it. Used on the client's own thread.
 *
 * <p>Nothing of it is loaded before somebody wants to see it; until then only its newest message and its numbers are kept.
 */
final class Conversation {

    private final String id;
    private final Runnable touched;
    private final ConversationInfo about = new ConversationInfo();
    private final Members members;
    private final MessageRenderer drawing;
    private final LocalEchoes own;
    private final SyncPosition numbers = new SyncPosition();
    private final RecentMessages recent = new RecentMessages();
    private final OwnMarks marks;
    private final ConversationRenderer portrait;
    private @Nullable Timeline reading;
    private @Nullable ConversationView view;
    private @Nullable KeptConversation kept;

    /**
     * @param me the reader's account
     * @param kept where the bytes with a hash are on this device
     * @param touched what to do whenever {@link #view} is not what it was
     */
    Conversation(String id, String me, Function<String, Optional<Path>> kept, Runnable touched) {
        this.id = id;
        this.touched = touched;
        this.members = new Members(me);
        PendingEdits pending = new PendingEdits(me);
        this.drawing = new MessageRenderer(members, pending, kept);
        this.own = new LocalEchoes(this, me, drawing, pending);
        this.marks = new OwnMarks(numbers, members);
        this.portrait = new ConversationRenderer(id, about, members, numbers, drawing);
    }

    String id() {
        return id;
    }

    Members members() {
        return members;
    }

    SyncPosition numbers() {
        return numbers;
    }

    /** What the server says of it as a whole. */
    void summary(ConversationSummary summary) {
        about.summary(summary);
        members.summary(summary);
        numbers.summary(summary);
        if (reading != null) {
            reading.summary(summary.lastSeq());
        }
        changed();
    }

    /** Somebody has a new name, from now on. */
    void renamed(Contact contact) {
        if (members.renamed(contact)) {
            if (reading != null) {
                reading.redraw();
            }
            changed();
        }
    }

    /** A message that was said or changed while this device was away. */
    void missed(ChatMessage message) {
        numbers.heard(message);
        recent.missed(message, numbers.lastSeq());
        take(message);
    }

    /** A message that was said or changed just now. */
    void heard(ChatMessage message) {
        numbers.heard(message);
        recent.heard(message, numbers.lastSeq());
        take(message);
        if (reading != null) {
            reading.fillHole();
        }
    }

    /** An account's messages have arrived up to there, and it has read up to there. */
    void marked(String accountId, long deliveredSeq, long readSeq) {
        if (members.marked(accountId, deliveredSeq, readSeq)) {
            changed();
        }
    }

    void arranged(Arrangement now) {
        about.arranged(now);
        changed();
    }

    void drafted(String text) {
        about.drafted(text);
        changed();
    }

    /** These accounts are typing. */
    void typing(List<String> accountIds) {
        about.typing(members.namesOf(accountIds));
        changed();
    }

    /** What the reader said and did here and the server has not shown yet. */
    LocalEchoes own() {
        return own;
    }

    /** The file of a stored message is that far on its way here; null for not on its way any more. */
    void fetching(long seq, @Nullable Transfer transfer) {
        drawing.fetching(seq, transfer);
        redraw(seq);
    }

    /** The reader has seen everything up to there, on this device. True where that is further than before. */
    boolean read(long seq) {
        long before = marks.readSeq();
        numbers.readHere(seq);
        boolean further = marks.readSeq() > before;
        if (further) {
            changed();
        }
        return further;
    }

    /** How far the reader has come. */
    OwnMarks marks() {
        return marks;
    }

    /**
     * Somebody wants to see it, from now on: loads where the unread begins, or the end.
     *
     * @param reachable whether there is a connection; without one, what is known is shown
     */
    void open(Timeline.History history, boolean reachable) {
        if (reading != null) {
            return;
        }
        reading = new Timeline(history, this::changed);
        List<ChatMessage> known = recent.messages();
        if (numbers.lastSeq() == 0) {
            reading.beginEmpty(1);
        } else if (!reachable && !known.isEmpty()) {
            reading.beginWith(known, numbers.isBefore(known.getFirst().seq()));
            numbers.restore(recent.wholeRev());
        } else if (marks.unread() > Protocol.BATCH_SIZE) {
            reading.loadAround(marks.readSeq() + 1);
        } else {
            reading.loadEnd(numbers.lastSeq());
        }
        changed();
    }

    /** Nobody looks at it any more. */
    void close() {
        remember();
        reading = null;
        changed();
    }

    /** What somebody looks at; null where nobody does. */
    @Nullable
    Timeline reading() {
        return reading;
    }

    /** Nothing that was missed is missing any more. */
    void caughtUp() {
        numbers.whole();
        if (window() == null && recent.wholeRev() < numbers.wholeRev()) {
            recent.beginWith(numbers.last(), numbers.wholeRev());
        }
        own.onTheWay().removeStoredUpTo(numbers.lastSeq());
        if (reading != null) {
            reading.complete(numbers.lastSeq());
        }
        changed();
    }

    /** Up to which change a device that comes back needs nothing; empty where nothing is loaded. */
    OptionalLong have() {
        return window() == null ? OptionalLong.empty() : OptionalLong.of(numbers.wholeRev());
    }

    /** A stored message, as far as it is at hand; null where it is not. */
    @Nullable
    ChatMessage message(long seq) {
        TimelineWindow window = window();
        ChatMessage loaded = window == null ? null : window.message(seq);
        ChatMessage last = numbers.last();
        return loaded == null && last != null && last.seq() == seq ? last : loaded;
    }

    /**
     * Returns the content of a stored message, as far as it is at hand; null if it is not. A message of the reader's own counts
     * from the server's answer on, before the message itself comes.
     */
    @Nullable
    Body body(long seq) {
        ChatMessage message = message(seq);
        return message == null ? own.onTheWay().storedBody(seq) : message.body();
    }

    /** A message of it, as a line; it need not be loaded. */
    MessageView line(ChatMessage message) {
        return drawing.stored(message);
    }

    boolean isPinned() {
        return about.arrangement().pinned();
    }

    /** When something was last said; {@link Instant#MIN} for never. */
    Instant lastSaidAt() {
        MessageView line = view().lastMessage();
        return line == null ? Instant.MIN : line.at();
    }

    ConversationView view() {
        if (view == null) {
            view = portrait.draw(reading, own.onTheWay());
        }
        return view;
    }

    /** What is to be kept of it on disk; the same object as before where nothing changed. */
    KeptConversation kept() {
        if (kept == null) {
            remember();
            kept = new KeptConversation(
                    numbers.summary(id, about, members), recent.wholeRev(), marks.readToTell(), recent.messages());
        }
        return kept;
    }

    /** What was kept of it at an earlier start. */
    void restore(KeptConversation earlier) {
        summary(earlier.summary());
        numbers.readBefore(earlier.readHere());
        recent.be(earlier.lines(), earlier.wholeRev());
        changed();
    }

    /** What somebody looks at is the newest there is, as far as it was heard. */
    private void remember() {
        TimelineWindow window = window();
        if (window != null
                && window.isAtEnd()
                && !window.hasHole()
                && recent.messages().size() < RecentMessages.MOST) {
            recent.be(window.newest(RecentMessages.MOST), Math.max(numbers.wholeRev(), recent.wholeRev()));
        }
    }

    private void take(ChatMessage message) {
        boolean unseen = message.forwarded() && members.readBy(message.senderId()) < message.seq() - 1;
        members.marked(message.senderId(), message.seq(), unseen ? 0 : message.seq());
        own.shown(message, members.isMe(message.senderId()));
        if (reading != null) {
            reading.heard(message);
        }
        changed();
    }

    private @Nullable TimelineWindow window() {
        return reading == null ? null : reading.window();
    }

    /** What is drawn of one message is not right any more. */
    void redraw(long seq) {
        if (reading != null) {
            reading.redraw(seq);
        }
        changed();
    }

    /** What is seen of it is not right any more. */
    void changed() {
        view = null;
        kept = null;
        touched.run();
    }
}
