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
 * What is typed and not sent, here and on the account's other devices. Used on the client's own thread.
 *
 * <p>What is typed here goes to disk and to the server a moment after the first key, and again after each moment of typing.
 * Who typed last wins: a draft that arrives from elsewhere takes the place of the one here, unless that one has not been
 * told yet, and then follows it. A draft has no answer: one that was told on a connection that broke soon after counts as
 * not told.
 */
final class Drafts {

    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final Duration CERTAIN = Duration.ofMinutes(1);
    private static final String NAME = "draft ";

    /** @param toldAt when the server was told; null for not yet */
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

    static boolean isOne(OutboxEntry deed) {
        return deed.message() instanceof SaveDraft;
    }

    /** What an earlier start left untold. */
    void restore(List<OutboxEntry> kept) {
        for (OutboxEntry deed : kept) {
            if (deed.message() instanceof SaveDraft draft) {
                own.put(deed.conversationId(), new Own(draft.text(), null));
            }
        }
    }

    /** The person typed. */
    void typed(String conversationId, String text) {
        Conversation shown = book.conversation(conversationId);
        if (shown != null && shown.view().draft().equals(text)) {
            return;
        }
        own.put(conversationId, new Own(text, null));
        book.with(conversationId, conversation -> conversation.drafted(text));
        if (timer == null) {
            timer = thread.after(MOMENT, this::moment);
        }
    }

    /** What was typed is said now: no device is to show it as a draft for a moment longer. */
    void said(String conversationId) {
        typed(conversationId, "");
        Own here = own.get(conversationId);
        if (here != null && here.toldAt() == null) {
            tell();
        }
    }

    /** Another device, or the server's overview, says what is typed. */
    void heard(String conversationId, String text) {
        Own here = own.get(conversationId);
        if (here == null || here.toldAt() != null) {
            own.remove(conversationId);
            book.with(conversationId, conversation -> conversation.drafted(text));
        } else {
            book.with(conversationId, conversation -> conversation.drafted(here.text()));
        }
    }

    /** There is a connection, and everything that was missed is here. */
    void resume() {
        tell();
    }

    void pause() {
        Instant certain = clock.instant().minus(CERTAIN);
        own.replaceAll((_, draft) ->
                draft.toldAt() != null && draft.toldAt().isAfter(certain) ? new Own(draft.text(), null) : draft);
        keep();
    }

    /** Brings to disk what is not told yet. */
    void keep() {
        own.forEach((id, draft) -> {
            if (draft.toldAt() == null) {
                journal.put(new OutboxEntry(NAME + id, id, clock.instant(), new SaveDraft(id, draft.text()), null));
            }
        });
    }

    private void moment() {
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
        journal.remove(NAME + conversationId);
        return new Own(text, now);
    }
}
