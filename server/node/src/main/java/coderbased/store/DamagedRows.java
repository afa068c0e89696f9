package coderbased.store;

import coderbased.protocol.Body;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stored messages that cannot be read. A message keeps its place, because numbers have no gaps, and is shown as
 * damaged; it is never overwritten. Each is logged once. Thread-safe.
 */
public final class DamagedRows {

    private static final Logger LOG = LoggerFactory.getLogger(DamagedRows.class);

    /** The most messages that are remembered as logged; further ones are not logged. */
    private static final int MAX_LOGGED = 1_000;

    private static final Body SHOWN = new Body.Text("This message is damaged on the server and cannot be shown.");

    private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

    private DamagedRows() {}

    /** Returns the body that is shown in place of a message. */
    static Body body(String conversation, long seq) {
        log(conversation, seq, "body");
        return SHOWN;
    }

    /**
     * True if that body stands in place of one that cannot be read. Compares references, because somebody may send the
     * same text.
     */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isShown(Body body) {
        return body == SHOWN;
    }

    static void log(String conversation, long seq, String what) {
        if (LOGGED.size() < MAX_LOGGED && LOGGED.add(conversation + "/" + seq + "/" + what)) {
            LOG.error("Message {} of conversation {} cannot be read: its {} is damaged", seq, conversation, what);
        }
    }
}
