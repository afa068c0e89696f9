package coderbased.auth.session;

import coderbased.protocol.LogoutReason;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** The expiry of a session, by its row and its phone's. Pure. */
public final class SessionExpiry {

    private final SessionLimits limits;

    public SessionExpiry(SessionLimits limits) {
        this.limits = limits;
    }

    /** The same limits, as moments for the store to look by. */
    SessionCutoffs cutoffs(Instant now) {
        return new SessionCutoffs(
                now.minus(limits.phone()),
                now.minus(limits.web()),
                now.minus(limits.withoutPhone()),
                now,
                now.minus(limits.firstAdmission()));
    }

    /**
     * Returns the reason why a session expired; empty if it did not.
     *
     * @param byId finds the phone's session of a web session
     */
    public Optional<LogoutReason> reason(Session session, Function<String, Optional<SessionRow>> byId, Instant now) {
        return switch (session.kind()) {
            case PHONE -> ofPhone(session, now);
            case WEB ->
                Optional.ofNullable(session.phone())
                        .flatMap(byId)
                        .flatMap(phone -> ofWeb(session, phone.session(), now));
        };
    }

    private Optional<LogoutReason> ofPhone(Session phone, Instant now) {
        return phone.use().renewedAt().isBefore(now.minus(limits.phone()))
                ? Optional.of(LogoutReason.SESSION_EXPIRED)
                : Optional.empty();
    }

    /** A phone that was away for too long is the more helpful reason, so it comes first. */
    private Optional<LogoutReason> ofWeb(Session web, Session phone, Instant now) {
        if (ofPhone(phone, now).isPresent() || phone.use().lastActiveAt().isBefore(now.minus(limits.withoutPhone()))) {
            return Optional.of(LogoutReason.PHONE_SESSION_EXPIRED);
        }
        Instant until = web.choices().until();
        boolean over = until != null && !now.isBefore(until);
        return over || web.use().renewedAt().isBefore(now.minus(limits.web()))
                ? Optional.of(LogoutReason.SESSION_EXPIRED)
                : Optional.empty();
    }

    /** True if a desktop was approved and never came for its session. */
    boolean neverCame(Session web, Instant now) {
        return web.isLinked()
                && web.use().admittedAt() == null
                && web.use().createdAt().isBefore(now.minus(limits.firstAdmission()));
    }
}
