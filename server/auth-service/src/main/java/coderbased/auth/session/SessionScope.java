package coderbased.auth.session;

/**
 * The sessions of an account that a logout reaches. With a phone's session, the web sessions under it always end too.
 */
public sealed interface SessionScope {

    /** Returns the account that the sessions belong to. */
    String accountId();

    /** That one. */
    record One(String accountId, String sessionId) implements SessionScope {}

    /** Every linked device. */
    record Linked(String accountId) implements SessionScope {}

    /** Every session. */
    record Whole(String accountId) implements SessionScope {}

    /** Every session but one phone's, which goes on alone. */
    record AllBut(String accountId, String sessionId) implements SessionScope {}
}
