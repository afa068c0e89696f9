package coderbased.auth.session;

import coderbased.outage.Outage;
import coderbased.protocol.Logout;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions that ended or were frozen, read from the database each second. The bus delivers the same events sooner
 * and may lose them; the database decides. Listeners receive most ends twice.
 */
public final class RevocationFeed {

    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
    private static final int BATCH_SIZE = 500;

    private final AuthStore store;
    private final Lease lease;
    private final AuthContext surroundings;
    private final Consumer<AuthEvent> listener;
    private final Throttle asking = new Throttle(Duration.ofSeconds(1));
    private long read;

    /** Begins with what ends from now on: a device that comes is judged by its row. */
    public RevocationFeed(AuthStore store, Lease lease, AuthContext surroundings, Consumer<AuthEvent> listener) {
        this.store = store;
        this.lease = lease;
        this.surroundings = surroundings;
        this.listener = listener;
        this.read = store.lastRevocation();
    }

    /** Reads on, unless it has just read. */
    public synchronized void poll() {
        if (!asking.isDue(surroundings.now())) {
            return;
        }
        lease.asked();
        List<Revocation> lines;
        do {
            lines = store.revocationsAfter(read, BATCH_SIZE);
            lines.forEach(this::tell);
        } while (lines.size() == BATCH_SIZE);
        lease.answered();
    }

    private void tell(Revocation line) {
        try {
            listener.accept(event(line));
        } catch (RuntimeException | Error e) {
            if (!Outage.isLogged(e)) {
                LOG.error("Could not handle the end of session {}", line.sessionId(), e);
            }
        }
        read = line.sequence();
    }

    private static AuthEvent event(Revocation line) {
        Logout logout = line.logout();
        return logout == null
                ? new AuthEvent.SessionFrozen(line.sessionId(), line.accountId())
                : new AuthEvent.SessionEnded(line.sessionId(), line.accountId(), logout);
    }
}
