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
import java.util.Optional;

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

    /** Tells of a desktop's first admission, which the history has already; of a later one, nothing. */
    public void cameIn(Session web) {
        Optional<LinkRecord> line = LinkRecord.linked(web);
        if (line.isPresent() && web.phone() != null) {
            meter.linked();
            book.log(web.accountId(), List.of(line.get()));
            events.publish(new AuthEvent.LinkChanged(
                    web.phone(),
                    LinkStatus.linked(line.get().linkId(), web.device().facts())));
            events.publish(new AuthEvent.DevicesChanged(web.accountId()));
            events.publish(new AuthEvent.NewLinksChanged(web.accountId()));
        }
    }

    private void note(LinkingDesktop desktop, LinkStep step, Claim claim, Instant now) {
        String account = claim.by().accountId();
        switch (step.after()) {
            case LinkState.Scanned _
            when step.before() instanceof LinkState.Shown ->
                book.hold(
                        account,
                        List.of(
                                atDesktop(desktop, claim, What.SHOWN, desktop.since()),
                                onPhone(desktop, claim, What.SCANNED, now)));
            case LinkState.Approved _ -> book.hold(account, List.of(onPhone(desktop, claim, What.APPROVED, now)));
            case LinkState.Ended ended -> book.note(account, List.of(end(desktop, claim, What.of(ended.end()), now)));
            case LinkState.Scanned _, LinkState.Shown _, LinkState.Delivered _ -> {}
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
