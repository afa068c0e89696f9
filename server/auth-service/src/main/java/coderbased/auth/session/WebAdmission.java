package coderbased.auth.session;

/** The result of storing a web session. */
public enum WebAdmission {
    STORED,
    /** The account has as many linked devices as it may. */
    LIMIT,
    /** The phone's session ended meanwhile. */
    PHONE_ENDED
}
