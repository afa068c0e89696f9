package coderbased.protocol;

/** The cause of a session's end (the {@code initiating_entity} of OpenID CAEP 1.0). */
public enum Initiator {
    /** The person whose account it is. */
    USER,
    /** The people who run the server. */
    ADMIN,
    /** A limit that was set beforehand, such as a session's lifetime. */
    POLICY,
    /** The server itself, protecting the account. */
    SYSTEM
}
