package coderbased.auth.linking;

import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.AuthMeter;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.Session;
import coderbased.protocol.LinkEntry.What;
import coderbased.protocol.LinkStatus;
import java.time.Instant;
import java.util.List;

/**
 * Tells the phone and the account's history of each step of a link. Thread-safe.
 *
 * <p>Hop 9 of the Guest Token's way.
 */
public final class LinkNotifier {

    private final AuthEvents events;
    private final LinkAuditLog book;
    private final AuthMeter meter;

    public LinkNotifier(AuthEvents events, LinkAuditLog book, AuthMeter meter) {
        this.events = events;
        this.book = book;
        this.meter = meter;
    }

    /** Tells of a step. Never blocks: called within the step. */
    void stepMade(LinkingDesktop desktop, LinkStep step, Instant now) {
        LinkState after = step.after();
        Claim claim = after.heldBy();
        if (claim == null) {
            return;
        }
        note(desktop, step, claim, now);
        if (after instanceof LinkState.Ended ended) {
            meter.notLinked(ended.end());
        }
        if (after instanceof LinkState.Approved || after instanceof LinkState.Ended) {
            events.publish(new AuthEvent.LinkChanged(claim.by().phoneSession(), after.status()));
        }
    }

    /** Returns once what was noted of steps until now is in the histories, as far as the database takes it. Blocks. */
    void awaitNoted() {
        book.awaitWritten();
    }

    /** The desktop came in for the first time. */
    public void cameIn(Session web, Instant now) {
        if (web.phone() != null && web.linkId() != null) {
            meter.linked();
            LinkRecord line = new LinkRecord(
                    now,
                    What.LINKED,
                    web.linkId(),
                    web.device().facts(),
                    web.use().address());
            book.note(web.accountId(), List.of(line));
            book.awaitWritten();
            events.publish(new AuthEvent.LinkChanged(
                    web.phone(), LinkStatus.linked(web.linkId(), web.device().facts())));
            events.publish(new AuthEvent.DevicesChanged(web.accountId()));
            events.publish(new AuthEvent.NewLinksChanged(web.accountId()));
        }
    }

    private void note(LinkingDesktop desktop, LinkStep step, Claim claim, Instant now) {
        List<LinkRecord> lines = switch (step.after()) {
            case LinkState.Scanned _
            when step.before() instanceof LinkState.Shown ->
                List.of(
                        atDesktop(desktop, claim, What.SHOWN, desktop.since()),
                        onPhone(desktop, claim, What.SCANNED, now));
            case LinkState.Approved _ -> List.of(onPhone(desktop, claim, What.APPROVED, now));
            case LinkState.Ended ended -> List.of(end(desktop, claim, What.of(ended.end()), now));
            case LinkState.Scanned _ -> List.of();
            case LinkState.Shown _ -> List.of();
            case LinkState.Delivered _ -> List.of();
        };
        if (!lines.isEmpty()) {
            book.note(claim.by().accountId(), lines);
        }
    }

    private static LinkRecord end(LinkingDesktop desktop, Claim claim, What what, Instant now) {
        return what == What.DENIED || what == What.PHONE_LOGGED_OUT
                ? onPhone(desktop, claim, what, now)
                : atDesktop(desktop, claim, what, now);
    }

    private static LinkRecord atDesktop(LinkingDesktop desktop, Claim claim, What what, Instant at) {
        return new LinkRecord(at, what, claim.linkId(), desktop.device().facts(), desktop.address());
    }

    private static LinkRecord onPhone(LinkingDesktop desktop, Claim claim, What what, Instant at) {
        String phone = claim.by().address();
        return new LinkRecord(at, what, claim.linkId(), desktop.device().facts(), phone == null ? "unknown" : phone);
    }
}
