package coderbased.auth.linking;

import coderbased.auth.session.SessionDevice;
import java.time.Instant;

/**
 * A desktop that waits to be linked, as the server sees it.
 *
 * @param device its own description, and its public key
 * @param address its network address
 * @param since the time of its first code
 */
record LinkingDesktop(SessionDevice device, String address, Instant since) {}
