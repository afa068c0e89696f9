package coderbased.client.chat;

import coderbased.client.storage.Deed;
import coderbased.client.storage.Journal;
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
    private final Map<String, Deed> waiting = new LinkedHashMap<>();
    private final Map<String, Deed> refused = new LinkedHashMap<>();

    Outbox(Journal journal, List<Deed> kept) {
        this.journal = journal;
        kept.forEach(deed -> (deed.isRefused() ? refused : waiting).put(deed.name(), deed));
    }

    /** On disk with the next {@link #force}. */
    void add(Deed deed) {
        waiting.put(deed.name(), deed);
        journal.put(deed);
    }

    /** It needs to go out no more; what it was, or null where it is not here. */
    @Nullable
    Deed remove(String name) {
        Deed deed = waiting.remove(name);
        Deed known = deed == null ? refused.remove(name) : deed;
        if (known != null) {
            journal.remove(name);
        }
        return known;
    }

    /** The server did not take it: it stays here until the person decides. What it was, or null where it is not here. */
    @Nullable
    Deed refuse(String name, String sentence) {
        Deed deed = waiting.remove(name);
        if (deed != null) {
            Deed now = deed.refused(sentence);
            refused.put(name, now);
            journal.put(now);
        }
        return deed;
    }

    /** What was refused goes out again, after everything else; what it is, or null where it was not refused. */
    @Nullable
    Deed retry(String name) {
        Deed deed = refused.remove(name);
        if (deed == null) {
            return null;
        }
        Deed now = deed.refused(null);
        journal.remove(name);
        add(now);
        return now;
    }

    @Nullable
    Deed waiting(String name) {
        return waiting.get(name);
    }

    /** What is to go out, in order. */
    Collection<Deed> waiting() {
        return waiting.values();
    }

    /** What the server did not take. */
    Collection<Deed> refused() {
        return refused.values();
    }

    /** What was added is on disk when this returns. */
    void force() {
        journal.force();
    }
}
