package coderbased.client.chat;

import coderbased.client.net.ClientThread;
import coderbased.client.net.Subscription;
import coderbased.client.storage.Journal;
import coderbased.client.storage.OutboxEntry;
import coderbased.protocol.ChatClientMessage.SaveDraft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unsent texts, here and on the account's other devices. Used on the client thread.
 *
 * <p>A draft goes to disk and to the server one {@link #SAVE_DELAY} after the first key, and again after each further
 * one while the user types. The last change wins: a draft from another device replaces the local one, unless the local
 * one has not been sent yet. The server does not acknowledge drafts; one that was sent just before its connection broke
 * counts as not sent.
 */
final class Drafts {

    private static final Duration SAVE_DELAY = Duration.ofSeconds(1);
    private static final Duration ASSUMED_RECEIVED_AFTER = Duration.ofMinutes(1);
    private static final String NAME_PREFIX = "draft ";

    /** @param toldAt time at which it was sent; null if it was not */
    private record Own(String text, @Nullable Instant toldAt) {}

    private final ClientThread thread;
    private final Clock clock;
    private final ChatBook book;
    private final Uplink uplink;
    private final Journal journal;
    private final Map<String, Own> own = new HashMap<>();
    private @Nullable Subscription timer;

    Drafts(ClientThread thread, Clock clock, ChatBook book, Uplink uplink, Journal journal) {
        this.thread = thread;
        this.clock = clock;
        this.book = book;
        this.uplink = uplink;
        this.journal = journal;
    }

    static boolean isOne(OutboxEntry entry) {
        return entry.message() instanceof SaveDraft;
    }

    /** Restores drafts that an earlier start did not send. */
    void restore(List<OutboxEntry> kept) {
        for (OutboxEntry entry : kept) {
            if (entry.message() instanceof SaveDraft draft) {
                own.put(entry.conversationId(), new Own(draft.text(), null));
            }
        }
    }

    /** Records what the user has typed. */
    void typed(String conversationId, String text) {
        LocalConversation shown = book.conversation(conversationId);
        if (shown != null && shown.view().draft().equals(text)) {
            return;
        }
        own.put(conversationId, new Own(text, null));
        book.with(conversationId, conversation -> conversation.drafted(text));
        if (timer == null) {
            timer = thread.after(SAVE_DELAY, this::save);
        }
    }

    /** Clears the draft of a message that was sent, at once on all devices. */
    void said(String conversationId) {
        typed(conversationId, "");
        Own here = own.get(conversationId);
        if (here != null && here.toldAt() == null) {
            tell();
        }
    }

    /** Applies a draft from another device or from the server's overview. */
    void heard(String conversationId, String text) {
        Own here = own.get(conversationId);
        if (here == null || here.toldAt() != null) {
            own.remove(conversationId);
            book.with(conversationId, conversation -> conversation.drafted(text));
        } else {
            book.with(conversationId, conversation -> conversation.drafted(here.text()));
        }
    }

    /** Continues on a new connection, once everything missed has arrived. */
    void resume() {
        tell();
    }

    void pause() {
        Instant certain = clock.instant().minus(ASSUMED_RECEIVED_AFTER);
        own.replaceAll((_, draft) ->
                draft.toldAt() != null && draft.toldAt().isAfter(certain) ? new Own(draft.text(), null) : draft);
        keep();
    }

    /** Stores the drafts that have not been sent. */
    void keep() {
        own.forEach((id, draft) -> {
            if (draft.toldAt() == null) {
                journal.put(
                        new OutboxEntry(NAME_PREFIX + id, id, clock.instant(), new SaveDraft(id, draft.text()), null));
            }
        });
    }

    private void save() {
        timer = null;
        keep();
        tell();
    }

    private void tell() {
        if (!book.isCaughtUp()) {
            return;
        }
        Instant now = clock.instant();
        own.replaceAll((id, draft) ->
                draft.toldAt() == null && MessageRules.isKeepable(draft.text()) ? told(id, draft.text(), now) : draft);
    }

    private Own told(String conversationId, String text, Instant now) {
        uplink.tell(new SaveDraft(conversationId, text));
        journal.remove(NAME_PREFIX + conversationId);
        return new Own(text, now);
    }
}
