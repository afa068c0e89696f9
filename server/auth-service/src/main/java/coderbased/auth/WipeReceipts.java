package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.SessionRow;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.protocol.Logout;
import coderbased.protocol.ProblemReason;
import java.time.Duration;
import java.time.Instant;

/**
 * Reports of devices that have wiped an ended session.
 *
 * <p>Way out 5.
 */
final class WipeReceipts {

    private final AuthStore store;
    private final AuthEvents events;
    private final Sessions sessions;
    private final AuthContext surroundings;

    WipeReceipts(AuthStore store, AuthEvents events, Sessions sessions, AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.sessions = sessions;
        this.surroundings = surroundings;
    }

    /** Nothing of the session is left on its device. Said twice, the first time counts. */
    void take(DpopCredentials presented) {
        SessionRow row = sessions.known(presented);
        Logout ended = row.ended();
        if (ended == null) {
            throw AuthRefused.because(ProblemReason.SESSION_NOT_ENDED);
        }
        Instant now = surroundings.now();
        if (!store.wiped(row.session().id(), now)) {
            return;
        }
        Duration after = Duration.between(ended.at(), now);
        surroundings
                .log()
                .note(
                        SecurityEvent.DEVICE_WIPED,
                        row.session().accountId(),
                        row.session().id(),
                        after.toMillis());
        surroundings.meter().wiped(after);
        if (row.session().isLinked()) {
            events.publish(new AuthEvent.DevicesChanged(row.session().accountId()));
        }
    }
}
