package coderbased.auth;

import coderbased.protocol.LinkEntry.What;
import java.time.Instant;
import java.util.List;

/** Where a link went on, its phone hears of it, and the account's history too. */
final class LinkNews {

    private final AuthEvents events;
    private final LinkBook book;
    private final AuthMeter meter;

    LinkNews(AuthEvents events, LinkBook book, AuthMeter meter) {
        this.events = events;
        this.book = book;
        this.meter = meter;
    }

    /** A guest moved. Called under its lock: nothing here blocks. */
    void moved(GuestSeat seat, LinkState before, LinkState after, Instant now) {
        Claim claim = after.heldBy();
        if (claim == null) {
            return;
        }
        note(seat, before, after, claim, now);
        if (after instanceof LinkState.Ended ended) {
            meter.notLinked(ended.end());
        }
        if (after instanceof LinkState.Approved || after instanceof LinkState.Ended) {
            events.publish(new AuthEvent.LinkChanged(claim.by().phoneSession(), GuestSeat.status(after, claim)));
        }
    }

    /** The desktop came in for the first time. Hop 9 of the Guest Token's way. */
    void cameIn(Session web, Instant now) {
        if (web.phone() != null && web.linkId() != null) {
            meter.linked();
            events.publish(new AuthEvent.LinkChanged(web.phone(), Links.linked(web.linkId(), web)));
            events.publish(new AuthEvent.DevicesChanged(web.accountId()));
            events.publish(new AuthEvent.NewLinksChanged(web.accountId()));
            LinkRecord line = new LinkRecord(
                    now,
                    What.LINKED,
                    web.linkId(),
                    web.device().facts(),
                    web.use().address());
            book.note(web.accountId(), List.of(line));
        }
    }

    private void note(GuestSeat seat, LinkState before, LinkState after, Claim claim, Instant now) {
        List<LinkRecord> lines = switch (after) {
            case LinkState.Scanned scanned
            when before instanceof LinkState.Shown ->
                List.of(atDesktop(seat, claim, What.SHOWN, seat.since()), onPhone(seat, claim, What.SCANNED, now));
            case LinkState.Approved approved -> List.of(onPhone(seat, claim, What.APPROVED, now));
            case LinkState.Ended ended -> List.of(end(seat, claim, What.of(ended.end()), now));
            case LinkState.Scanned scanned -> List.of();
            case LinkState.Shown shown -> List.of();
            case LinkState.Delivered delivered -> List.of();
        };
        if (!lines.isEmpty()) {
            book.note(claim.by().accountId(), lines);
        }
    }

    private static LinkRecord end(GuestSeat seat, Claim claim, What what, Instant now) {
        return what == What.DENIED || what == What.PHONE_LOGGED_OUT
                ? onPhone(seat, claim, what, now)
                : atDesktop(seat, claim, what, now);
    }

    private static LinkRecord atDesktop(GuestSeat seat, Claim claim, What what, Instant at) {
        return new LinkRecord(at, what, claim.linkId(), seat.device().facts(), seat.address());
    }

    private static LinkRecord onPhone(GuestSeat seat, Claim claim, What what, Instant at) {
        String phone = claim.by().address();
        return new LinkRecord(at, what, claim.linkId(), seat.device().facts(), phone == null ? "unknown" : phone);
    }
}
