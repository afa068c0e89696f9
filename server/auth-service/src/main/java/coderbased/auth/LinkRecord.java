package coderbased.auth;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.LinkEntry;
import java.time.Instant;

/**
 * What happened to a link, before it has its place in the account's history.
 *
 * @param address where the server saw whoever did it
 */
public record LinkRecord(Instant at, LinkEntry.What what, String linkId, DeviceFacts device, String address) {}
