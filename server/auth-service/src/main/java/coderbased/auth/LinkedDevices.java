package coderbased.auth;

import coderbased.protocol.AuthHttp;
import coderbased.protocol.ErrorCode;
import coderbased.protocol.Initiator;
import coderbased.protocol.LogoutReason;

/** An account's linked devices, as its phones see and rule them. */
final class LinkedDevices {

    private final AuthStore store;
    private final AuthEvents events;
    private final WayOut wayOut;
    private final ConnectedSessions connected;
    private final int limit;

    LinkedDevices(AuthStore store, AuthEvents events, WayOut wayOut, ConnectedSessions connected, int limit) {
        this.store = store;
        this.events = events;
        this.wayOut = wayOut;
        this.connected = connected;
        this.limit = limit;
    }

    /** Those that came in at least once: an approved desktop that never did is no device yet. */
    AuthHttp.Devices list(Session phone) {
        return new AuthHttp.Devices(
                store.linkedSessions(phone.accountId()).stream()
                        .filter(session -> session.use().admittedAt() != null)
                        .map(this::device)
                        .toList(),
                limit);
    }

    void rename(Session phone, String deviceId, AuthHttp.Rename said) {
        if (!store.rename(phone.accountId(), deviceId, PersonText.name(said.name()))) {
            throw noSuchDevice();
        }
        events.publish(new AuthEvent.DevicesChanged(phone.accountId()));
    }

    void unlink(Session phone, String deviceId) {
        Session device = store.linkedSessions(phone.accountId()).stream()
                .filter(session -> session.id().equals(deviceId))
                .findFirst()
                .orElseThrow(LinkedDevices::noSuchDevice);
        wayOut.end(new SessionScope.One(device.accountId(), device.id()), LogoutReason.UNLINKED, Initiator.USER);
    }

    void unlinkAll(Session phone) {
        wayOut.end(new SessionScope.Linked(phone.accountId()), LogoutReason.UNLINKED, Initiator.USER);
    }

    private AuthHttp.Device device(Session session) {
        SessionUse use = session.use();
        return new AuthHttp.Device(
                session.id(),
                session.device().facts(),
                use.createdAt(),
                use.lastActiveAt(),
                use.address(),
                connected.isConnected(session.id()),
                session.choices());
    }

    private static AuthRefused noSuchDevice() {
        return AuthRefused.because(ErrorCode.NOT_FOUND, "This device is not linked any more.");
    }
}
