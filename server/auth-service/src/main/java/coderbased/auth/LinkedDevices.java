package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.ConnectedSessions;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.session.SessionUse;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.ProblemReason;
import java.time.Duration;
import java.util.Objects;

/** An account's linked devices, as its phones see and rule them. */
final class LinkedDevices {

    /** For how long the phone is told of those that were logged out. */
    private static final Duration RECENT = Duration.ofDays(7);

    private static final int MAX_RECENT = 20;

    private final AuthStore store;
    private final AuthEvents events;
    private final SessionTerminator wayOut;
    private final ConnectedSessions connected;
    private final int limit;
    private final AuthContext surroundings;

    LinkedDevices(
            AuthStore store,
            AuthEvents events,
            SessionTerminator wayOut,
            ConnectedSessions connected,
            int limit,
            AuthContext surroundings) {
        this.store = store;
        this.events = events;
        this.wayOut = wayOut;
        this.connected = connected;
        this.limit = limit;
        this.surroundings = surroundings;
    }

    /** Those that came in at least once: an approved desktop that never did is no device yet. */
    AuthHttp.Devices list(Session phone) {
        return new AuthHttp.Devices(
                store.sessions(phone.accountId()).stream()
                        .filter(row -> row.isLive() && row.session().isLinked())
                        .filter(row -> row.session().use().admittedAt() != null)
                        .map(this::device)
                        .toList(),
                store.loggedOut(phone.accountId(), surroundings.now().minus(RECENT), MAX_RECENT).stream()
                        .map(LinkedDevices::loggedOut)
                        .toList(),
                limit);
    }

    void rename(Session phone, String deviceId, AuthHttp.Rename said) {
        String name = DisplayNameRules.name(said.name());
        if (!store.rename(phone.accountId(), deviceId, name)) {
            throw noSuchDevice();
        }
        note(SecurityEvent.DEVICE_RENAMED, phone, deviceId, name);
        events.publish(new AuthEvent.DevicesChanged(phone.accountId()));
        events.publish(new AuthEvent.NewLinksChanged(phone.accountId()));
    }

    /** Returns the present name of the session's device. */
    String name(Session device) {
        return store.session(device.id())
                .map(SessionRow::session)
                .orElse(device)
                .device()
                .facts()
                .name();
    }

    void unlink(Session phone, String deviceId) {
        Session device = device(phone, deviceId);
        wayOut.end(new SessionScope.One(device.accountId(), device.id()), LogoutReason.UNLINKED, Initiator.USER);
    }

    void unlinkAll(Session phone) {
        wayOut.end(new SessionScope.Linked(phone.accountId()), LogoutReason.UNLINKED, Initiator.USER);
    }

    /**
     * The device stays linked, sees nothing and can say nothing. When this returns, its connections on this node are
     * over. Twice is as good as once.
     */
    void freeze(Session phone, String deviceId) {
        Session device = device(phone, deviceId);
        boolean changed = store.freeze(phone.accountId(), deviceId, surroundings.now());
        events.publish(new AuthEvent.SessionFrozen(deviceId, phone.accountId()));
        tell(changed, SecurityEvent.DEVICE_FROZEN, phone, device);
    }

    /** It may come back. */
    void thaw(Session phone, String deviceId) {
        Session device = device(phone, deviceId);
        boolean changed = store.freeze(phone.accountId(), deviceId, null);
        tell(changed, SecurityEvent.DEVICE_THAWED, phone, device);
    }

    private Session device(Session phone, String deviceId) {
        return store.linkedSessions(phone.accountId()).stream()
                .filter(session -> session.id().equals(deviceId))
                .findFirst()
                .orElseThrow(LinkedDevices::noSuchDevice);
    }

    private void note(SecurityEvent event, Session phone, String deviceId, String name) {
        surroundings.log().note(event, phone.accountId(), deviceId, name, phone.id());
    }

    private void tell(boolean changed, SecurityEvent event, Session phone, Session device) {
        if (changed) {
            note(event, phone, device.id(), device.device().facts().name());
            events.publish(new AuthEvent.DevicesChanged(phone.accountId()));
        }
    }

    private AuthHttp.Device device(SessionRow row) {
        Session session = row.session();
        SessionUse use = session.use();
        return new AuthHttp.Device(
                session.id(),
                session.device().facts(),
                use.createdAt(),
                use.lastActiveAt(),
                use.address(),
                connected.isConnected(session.id()),
                session.choices(),
                row.frozenAt() != null);
    }

    private static AuthHttp.LoggedOutDevice loggedOut(SessionRow row) {
        Logout logout = Objects.requireNonNull(row.ended());
        return new AuthHttp.LoggedOutDevice(
                row.session().id(), row.session().device().facts(), logout.reason(), logout.at(), row.wipedAt());
    }

    private static AuthRefused noSuchDevice() {
        return AuthRefused.because(ProblemReason.DEVICE_UNKNOWN);
    }
}
