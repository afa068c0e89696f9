package coderbased.auth.session;

import coderbased.protocol.LinkEntry;
import java.time.Instant;
import java.util.List;

/** Storage of link histories. Thread-safe; calls block. A store that cannot be reached throws {@link AuthStoreDown}. */
public interface LinkRecords {

    /** Adds lines to the account's history, in that order and in one transaction. */
    void add(String accountId, List<LinkRecord> lines);

    /** The last lines, oldest first, at most {@code limit}. */
    List<LinkEntry> newest(String accountId, int limit);

    /** Forgets lines before that; the last one of each account stays, for the next has to follow it. */
    void forgetBefore(Instant moment);
}
