package coderbased.auth.session;

import coderbased.audit.SecurityEvent;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import java.util.List;
import java.util.Optional;

/**
 * The one way a session ends, whatever the cause: a transaction that leaves tombstones, then the events that reach
 * connected devices. A device that is away reads its tombstone when it comes back.
 *
 * <p>Way out 2.
 */
public final class SessionTerminator {

    private final AuthStore store;
    private final AuthEvents events;
    private final AuthContext surroundings;

    public SessionTerminator(AuthStore store, AuthEvents events, AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.surroundings = surroundings;
    }

    /** Ends sessions now, and nothing else. */
    public void end(SessionScope scope, LogoutReason reason, Initiator by) {
        end(scope, Logout.of(reason, by, surroundings.now()), new AccountChange.None());
    }

    /**
     * Ends sessions and changes their account in the same transaction. Sessions that ended before keep their reason.
     */
    public void end(SessionScope scope, Logout logout, AccountChange change) {
        tell(scope, store.end(new SessionTermination(scope, logout, underPhone(logout), change)));
    }

    /**
     * The same, confirmed with the account's password.
     *
     * @return the session of the phone that confirmed; empty, and nothing changed, where it is over by now or the
     *     password is another one
     */
    public Optional<Session> endConfirmed(
            SessionScope scope, Logout logout, AccountChange change, Confirmation confirmed) {
        return store.endConfirmed(new SessionTermination(scope, logout, underPhone(logout), change), confirmed)
                .map(done -> {
                    tell(scope, done.ended());
                    return done.caller();
                });
    }

    private void tell(SessionScope scope, List<EndedSession> ended) {
        for (EndedSession each : ended) {
            surroundings
                    .log()
                    .note(
                            SecurityEvent.SESSION_ENDED,
                            each.session().accountId(),
                            each.session().id(),
                            each.session().device().facts().name(),
                            each.logout().reason(),
                            each.logout().by());
            surroundings.meter().ended(each.logout().reason());
            events.publish(new AuthEvent.SessionEnded(
                    each.session().id(), each.session().accountId(), each.logout()));
        }
        if (ended.stream().anyMatch(each -> each.session().isLinked())) {
            events.publish(new AuthEvent.DevicesChanged(scope.accountId()));
            events.publish(new AuthEvent.NewLinksChanged(scope.accountId()));
        }
    }

    /** Returns the logout of a web session whose phone's session ends with {@code logout}. */
    static Logout underPhone(Logout logout) {
        LogoutReason reason = switch (logout.reason()) {
            case LOGGED_OUT_HERE, UNLINKED, TOKEN_REUSED, KEY_MISMATCH, TOKEN_INVALID, PHONE_LOGGED_OUT ->
                LogoutReason.PHONE_LOGGED_OUT;
            case SESSION_EXPIRED, PHONE_SESSION_EXPIRED -> LogoutReason.PHONE_SESSION_EXPIRED;
            case ACCOUNT_BANNED, ACCOUNT_DELETED, PASSWORD_CHANGED -> logout.reason();
        };
        return new Logout(reason, logout.by(), logout.at(), logout.until(), logout.note());
    }
}
