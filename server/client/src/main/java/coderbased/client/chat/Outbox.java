package coderbased.client.chat;

import coderbased.client.storage.Journal;
import coderbased.client.storage.OutboxEntry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done and is not known to have reached the server, in the order it was done; kept in a {@link Journal}. Used on
 * the client's own thread.
 */
final class Outbox {

    private final Journal journal;
    private final Map<String, OutboxEntry> waiting = new LinkedHashMap<>();
    private final Map<String, OutboxEntry> refused = new LinkedHashMap<>();

    Outbox(Journal journal, List<OutboxEntry> kept) {
        this.journal = journal;
        kept.forEach(deed -> (deed.isRefused() ? refused : waiting).put(deed.name(), deed));
    }

    /** On disk with the next {@link #force}. */
    void add(OutboxEntry deed) {
        waiting.put(deed.name(), deed);
        journal.put(deed);
    }

    /** It needs to go out no more; what it was, or null where it is not here. */
    @Nullable
    OutboxEntry remove(String name) {
        OutboxEntry deed = waiting.remove(name);
        OutboxEntry known = deed == null ? refused.remove(name) : deed;
        if (known != null) {
            journal.remove(name);
        }
        return known;
    }

    /** The server did not take it: it stays here until the person decides. What it was, or null where it is not here. */
    @Nullable
    OutboxEntry refuse(String name, String sentence) {
        OutboxEntry deed = waiting.remove(name);
        if (deed != null) {
            OutboxEntry now = deed.refused(sentence);
            refused.put(name, now);
            journal.put(now);
        }
        return deed;
    }

    /** What was refused goes out again, after everything else; what it is, or null where it was not refused. */
    @Nullable
    OutboxEntry retry(String name) {
        OutboxEntry deed = refused.remove(name);
        if (deed == null) {
            return null;
        }
        OutboxEntry now = deed.refused(null);
        journal.remove(name);
        add(now);
        return now;
    }

    @Nullable
    OutboxEntry waiting(String name) {
        return waiting.get(name);
    }

    /** What is to go out, in order. */
    Collection<OutboxEntry> waiting() {
        return waiting.values();
    }

    /** What the server did not take. */
    Collection<OutboxEntry> refused() {
        return refused.values();
    }

    /** What was added is on disk when this returns. */
    void force() {
        journal.force();
    }
}
