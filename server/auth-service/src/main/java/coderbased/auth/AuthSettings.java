package coderbased.auth;

import coderbased.auth.linking.LinkCheck;
import coderbased.auth.linking.LinkSettings;
import coderbased.auth.linking.LinkTimes;
import coderbased.auth.passwords.PasswordCost;
import coderbased.auth.session.SessionLimits;

/**
 * Settings of the people who run the server.
 *
 * @param nodeId this node's short id, {@value coderbased.protocol.GuestToken#NODE_CHARS} characters of base32; new at
 *     every start, so that a Guest Token of the time before names nobody
 * @param version the server's version, told to anybody who asks
 * @param passwords the cost of a password's hash
 */
public record AuthSettings(
        String nodeId,
        String version,
        LinkCheck linkCheck,
        SessionLimits sessions,
        LinkTimes linking,
        PasswordCost passwords) {

    /** Returns the default settings. */
    public static AuthSettings defaults(String nodeId, String version) {
        return new AuthSettings(
                nodeId,
                version,
                LinkCheck.ADAPTIVE,
                SessionLimits.defaults(),
                LinkTimes.defaults(),
                PasswordCost.ofThisHeap());
    }

    /** The same with another check number policy. */
    public AuthSettings with(LinkCheck policy) {
        return new AuthSettings(nodeId, version, policy, sessions, linking, passwords);
    }

    /** The same with other lifetimes. */
    public AuthSettings with(SessionLimits limits) {
        return new AuthSettings(nodeId, version, linkCheck, limits, linking, passwords);
    }

    /** The same with another cost of passwords. */
    public AuthSettings with(PasswordCost cost) {
        return new AuthSettings(nodeId, version, linkCheck, sessions, linking, cost);
    }

    /** Returns the part that linking needs. */
    LinkSettings links() {
        return new LinkSettings(nodeId, linkCheck, linking);
    }
}
