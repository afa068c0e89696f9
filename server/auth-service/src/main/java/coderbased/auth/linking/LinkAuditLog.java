package coderbased.auth.linking;

import coderbased.audit.SecurityEvent;
import coderbased.audit.SecurityLog;
import coderbased.auth.linking.LinkRecordQueue.Note;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.Protocol;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Writer of the link histories. Notes are taken within the step of a link, where nothing may block. The lines of a link
 * under way are held until it is decided: they are stored in one transaction with its session, or queued with its end.
 *
 * <p>A kill loses what is held or queued. A link that is not decided ends with its node, so no session lacks its lines.
 * A phone is told how its answer ended a link after {@link #awaitWritten} returned. A reader of this
 * node finds held lines, too. Thread-safe.
 */
public final class LinkAuditLog implements AutoCloseable {

    private final LinkRecords records;
    private final LinkRecordQueue queue;
    private final SecurityLog log;

    /** The lines of links that are not decided, by link. As many as there are claimed codes. */
    private final Map<String, Note> held = new ConcurrentHashMap<>();

    public LinkAuditLog(LinkRecords records, SecurityLog log) {
        this(records, new LinkRecordQueue(records), log);
    }

    LinkAuditLog(LinkRecords records, LinkRecordQueue queue, SecurityLog log) {
        this.records = records;
        this.queue = queue;
        this.log = log;
    }

    /** Notes the next lines of a link that is not decided yet; returns at once. */
    void hold(String accountId, List<LinkRecord> lines) {
        held.merge(lines.getFirst().linkId(), new Note(accountId, lines, false), Note::and);
        log(accountId, lines);
    }

    /** Notes what happened, and what was held of that link before; returns at once. */
    void note(String accountId, List<LinkRecord> lines) {
        Note last = new Note(accountId, lines, false);
        Note before = held.remove(lines.getFirst().linkId());
        queue.add(before == null ? last : before.and(last));
        log(accountId, lines);
    }

    /**
     * Lets {@code work} store what is held of a link in its own transaction. What it does not store is noted. Blocks.
     *
     * @param stored true for a result that tells that the lines are stored
     */
    <T> T storing(String linkId, Function<List<LinkRecord>, T> work, Predicate<T> stored) {
        Note lines = held.remove(linkId);
        // A reader may have had the first of them noted.
        awaitWritten();
        boolean isStored = false;
        try {
            T result = work.apply(lines == null ? List.of() : lines.lines());
            isStored = stored.test(result);
            return result;
        } finally {
            if (lines != null && !isStored) {
                queue.add(new Note(lines.accountId(), lines.lines(), true));
            }
        }
    }

    /** Logs lines that are stored by somebody else; returns at once. */
    void log(String accountId, List<LinkRecord> lines) {
        queue.then(() -> lines.forEach(line -> log(accountId, line)));
    }

    /** Returns once what was noted before is written, or the database does not take it now. Blocks for some seconds. */
    void awaitWritten() {
        queue.awaitWritten();
    }

    /** The account's history as it is after everything that was held or noted here before. */
    LinkHistory read(String accountId) {
        queueHeld(note -> note.accountId().equals(accountId));
        awaitWritten();
        return new LinkHistory(records.newest(accountId, Protocol.LINK_HISTORY_LINES));
    }

    @Override
    public void close() {
        queueHeld(_ -> true);
        queue.close();
    }

    private void queueHeld(Predicate<Note> which) {
        held.forEach((link, note) -> {
            if (which.test(note) && held.remove(link, note)) {
                queue.add(note);
            }
        });
    }

    private void log(String accountId, LinkRecord line) {
        String link = line.linkId();
        String device = line.device().name();
        String address = line.address();
        switch (line.what()) {
            case SHOWN -> {}
            case SCANNED -> log.note(SecurityEvent.LINK_CLAIMED, accountId, link, device, address);
            case APPROVED -> log.note(SecurityEvent.LINK_APPROVED, accountId, link, device, address);
            case LINKED -> log.note(SecurityEvent.LINK_COMPLETED, accountId, link, device, address);
            case DENIED -> log.note(SecurityEvent.LINK_DENIED, accountId, link, device, address);
            case CONFIRMED, DISOWNED ->
                log.note(SecurityEvent.LINK_ANSWERED, accountId, link, line.what(), device, address);
            case CANCELLED, EXPIRED, WRONG_NUMBER, DESKTOP_GONE, LIMIT, PHONE_LOGGED_OUT ->
                log.note(SecurityEvent.LINK_ENDED, accountId, link, line.what(), device, address);
        }
    }
}
