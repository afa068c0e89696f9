package coderbased.auth.linking;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.protocol.Initiator;
import coderbased.protocol.LinkEntry;
import coderbased.protocol.LinkHistory;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.NewLink;
import coderbased.protocol.ProblemReason;
import java.util.List;

/**
 * Lets an account's people find out what was linked in their name: every device hears of a new link, the phones ask
 * until somebody says whether it was them, and the history keeps what happened. Thread-safe; calls block.
 */
public final class NewLinkAlerts {

    private final AuthStore store;
    private final LinkAuditLog book;
    private final SessionTerminator wayOut;
    private final AuthEvents events;
    private final AuthContext surroundings;

    public NewLinkAlerts(
            AuthStore store, LinkAuditLog book, SessionTerminator wayOut, AuthEvents events, AuthContext surroundings) {
        this.store = store;
        this.book = book;
        this.wayOut = wayOut;
        this.events = events;
        this.surroundings = surroundings;
    }

    /** Returns the history of the account's links, from the first scanned code. */
    public LinkHistory history(Session phone) {
        return book.read(phone.accountId());
    }

    /**
     * Returns the links of the reader's account that nobody has answered for, newest first. A device is not asked about
     * its own link, and a phone not about one that it approved: its answer would be another press of the same hand.
     */
    public List<NewLink> unanswered(Session reader) {
        return store.unansweredSessions(reader.accountId()).stream()
                .filter(session -> !session.id().equals(reader.id()))
                .filter(session -> !reader.id().equals(session.phone()))
                .map(session -> new NewLink(
                        session.id(),
                        session.device().facts(),
                        session.use().address(),
                        session.use().createdAt()))
                .toList();
    }

    /** The person says whether a link was theirs. One that was not is logged out. */
    public void answer(Session phone, String deviceId, boolean mine) {
        Session device = store.linkedSessions(phone.accountId()).stream()
                .filter(session -> session.id().equals(deviceId))
                .findFirst()
                .orElseThrow(NewLinkAlerts::noSuchDevice);
        if (mine && !store.answered(phone.accountId(), deviceId, surroundings.now())) {
            // Logged out in this very moment, perhaps by somebody who said that it was not them.
            throw noSuchDevice();
        }
        if (mine) {
            note(phone, device, LinkEntry.What.CONFIRMED);
            events.publish(new AuthEvent.NewLinksChanged(phone.accountId()));
        } else {
            // First of all the device is out; to write the note may take a while.
            wayOut.end(new SessionScope.One(device.accountId(), device.id()), LogoutReason.UNLINKED, Initiator.USER);
            note(phone, device, LinkEntry.What.DISOWNED);
        }
    }

    private static AuthRefused noSuchDevice() {
        return AuthRefused.because(ProblemReason.DEVICE_UNKNOWN);
    }

    private void note(Session phone, Session device, LinkEntry.What what) {
        String link = device.linkId() == null ? "" : device.linkId();
        LinkRecord line = new LinkRecord(
                surroundings.now(),
                what,
                link,
                device.device().facts(),
                phone.use().address());
        book.note(phone.accountId(), List.of(line));
        book.awaitWritten();
    }
}
