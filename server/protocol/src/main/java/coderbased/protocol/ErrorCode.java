package coderbased.protocol;

/** Failures of calls, for programs; {@link Problem#message()} is for people. */
public enum ErrorCode {
    BAD_REQUEST(400),
    WRONG_PASSWORD(401),
    NOT_SIGNED_IN(401),
    LOGGED_OUT(401),
    /** The call does not prove that it comes from the session's own device ({@link Dpop}). */
    PROOF_REFUSED(401),
    /** The proof is too old or from a clock that is wrong: once more, with the nonce that came along. */
    PROOF_STALE(401),
    PASSWORD_NEEDED(403),
    NOT_ALLOWED(403),
    NOT_FOUND(404),
    HANDLE_TAKEN(409),
    CODE_USED(409),
    LINK_OVER(409),
    WRONG_OFFSET(409),
    CODE_EXPIRED(410),
    DESKTOP_GONE(410),
    TOO_BIG(413),
    /** The body of a call is not declared as {@code application/json}. */
    NOT_JSON(415),
    TOO_MANY_DEVICES(422),
    OTHER_SERVER(422),
    DAMAGED(422),
    SLOW_DOWN(429),
    /** The account has used up what it may do in a day, or what it may store. Trying again soon does not help. */
    LIMIT_REACHED(429),
    INTERNAL(500),
    TRY_LATER(503);

    private final int status;

    ErrorCode(int status) {
        this.status = status;
    }

    /** The HTTP status it travels with. */
    public int status() {
        return status;
    }
}
