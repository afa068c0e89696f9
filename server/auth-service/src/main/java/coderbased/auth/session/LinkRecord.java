package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import java.time.Instant;

/**
 * An event of a link, before it has its place in the account's history.
 *
 * @param address the actor's address, as the server saw it
 */
public record LinkRecord(Instant at, LinkEntry.What what, String linkId, DeviceFacts device, String address) {}
