package coderbased.client.chat;

import coderbased.client.storage.Journal;
import coderbased.client.storage.OutboxEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Commands that may not have reached the server, in order, stored in a {@link Journal}. Used on the client thread. */
final class Outbox {

    private final Journal journal;
    private final Map<String, OutboxEntry> waiting = new LinkedHashMap<>();
    private final Map<String, OutboxEntry> refused = new LinkedHashMap<>();

    Outbox(Journal journal, List<OutboxEntry> kept) {
        this.journal = journal;
        kept.forEach(entry -> (entry.isRefused() ? refused : waiting).put(entry.name(), entry));
    }

    /** Adds an entry; it is on disk after the next {@link #force}. */
    void add(OutboxEntry entry) {
        waiting.put(entry.name(), entry);
        journal.put(entry);
    }

    /** Removes an entry that need not be sent any more; returns it, or null if it is unknown. */
    @Nullable
    OutboxEntry remove(String name) {
        OutboxEntry entry = waiting.remove(name);
        OutboxEntry known = entry == null ? refused.remove(name) : entry;
        if (known != null) {
            journal.remove(name);
        }
        return known;
    }

    /** Marks an entry as refused; it stays until the user decides. Returns it, or null if it is unknown. */
    @Nullable
    OutboxEntry refuse(String name, String sentence) {
        OutboxEntry entry = waiting.remove(name);
        if (entry != null) {
            OutboxEntry now = entry.refused(sentence);
            refused.put(name, now);
            journal.put(now);
        }
        return entry;
    }

    /** Moves a refused entry to the end of the queue; returns it, or null if it was not refused. */
    @Nullable
    OutboxEntry retry(String name) {
        OutboxEntry entry = refused.remove(name);
        if (entry == null) {
            return null;
        }
        OutboxEntry now = entry.refused(null);
        journal.remove(name);
        add(now);
        return now;
    }

    @Nullable
    OutboxEntry waiting(String name) {
        return waiting.get(name);
    }

    /** Returns the entries to send, in order. */
    Collection<OutboxEntry> waiting() {
        return waiting.values();
    }

    /** Returns the refused entries. */
    Collection<OutboxEntry> refused() {
        return refused.values();
    }

    /** Forces all changes to disk; returns when they are. */
    void force() {
        journal.force();
    }
}
