package coderbased.auth.session;

import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.LogoutReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Ends the sessions whose time is over; forgets tombstones nobody will come for, old link history and spent proofs. */
public final class SessionSweep {

    private static final int BATCH_SIZE = 500;

    private final AuthStore store;
    private final AuthEvents events;
    private final SessionTerminator wayOut;
    private final SessionLimits limits;
    private final AuthContext surroundings;
    private final SessionExpiry expiry;
    private final Instant startedAt;
    private final Throttle looking = new Throttle(Duration.ofSeconds(1));
    private final Throttle forgetting = new Throttle(Duration.ofHours(1));
    private final Throttle forgettingProofs = new Throttle(Duration.ofMinutes(1));

    public SessionSweep(
            AuthStore store,
            AuthEvents events,
            SessionTerminator wayOut,
            SessionLimits limits,
            AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.wayOut = wayOut;
        this.limits = limits;
        this.surroundings = surroundings;
        this.expiry = new SessionExpiry(limits);
        this.startedAt = surroundings.steady().now();
    }

    /** Looks, unless it has just looked. */
    public void sweep() {
        Instant now = surroundings.now();
        if (looking.isDue(now)) {
            store.overdue(expiry.cutoffs(now), BATCH_SIZE).forEach(session -> look(session, now));
        }
        if (forgettingProofs.isDue(now)) {
            store.forgetProofs(now);
        }
        if (forgetting.isDue(now)) {
            store.forgetEndedBefore(now.minus(limits.tombstones()));
            store.linkRecords().forgetBefore(now.minus(limits.tombstones()));
        }
    }

    private void look(Session session, Instant now) {
        Optional<LogoutReason> over = expiry.reason(session, store::session, now);
        over.ifPresent(reason -> end(session, reason));
        if (over.isEmpty() && expiry.neverCame(session, now) && hadTimeToCome()) {
            end(session, LogoutReason.SESSION_EXPIRED);
            tellPhone(session);
        }
    }

    /** A desktop cannot come while the server is down: its time counts from the server's start. */
    private boolean hadTimeToCome() {
        return startedAt.isBefore(surroundings.steady().now().minus(limits.firstAdmission()));
    }

    private void end(Session session, LogoutReason reason) {
        wayOut.end(new SessionScope.One(session.accountId(), session.id()), reason, Initiator.POLICY);
    }

    private void tellPhone(Session session) {
        if (session.phone() != null && session.linkId() != null) {
            surroundings.meter().notLinked(LinkEnd.DESKTOP_GONE);
            events.publish(new AuthEvent.LinkChanged(
                    session.phone(), LinkStatus.ended(session.linkId(), LinkEnd.DESKTOP_GONE)));
        }
    }
}
