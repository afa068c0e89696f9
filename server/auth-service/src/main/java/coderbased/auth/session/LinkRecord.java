package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import java.time.Instant;
import java.util.Optional;

/**
 * An event of a link, before it has its place in the account's history.
 *
 * @param address the actor's address, as the server saw it
 */
public record LinkRecord(Instant at, LinkEntry.What what, String linkId, DeviceFacts device, String address) {

    /** Returns the line about a desktop that was just admitted for the first time; empty for any other session. */
    public static Optional<LinkRecord> linked(Session admitted) {
        SessionUse use = admitted.use();
        String link = admitted.linkId();
        if (link == null
                || admitted.phone() == null
                || use.renewals() != 1
                || !use.renewedAt().equals(use.admittedAt())) {
            return Optional.empty();
        }
        return Optional.of(new LinkRecord(
                use.renewedAt(), LinkEntry.What.LINKED, link, admitted.device().facts(), use.address()));
    }
}
