package coderbased.auth;

/** Which sessions a logout reaches. With a phone's session, the web sessions under it always end too. */
public sealed interface SessionScope {

    /** That one. */
    record One(String sessionId) implements SessionScope {}

    /** Every linked device of the account. */
    record Linked(String accountId) implements SessionScope {}

    /** Every session of the account. */
    record Whole(String accountId) implements SessionScope {}

    /** Every session of the account but one phone's, which goes on alone. */
    record AllBut(String accountId, String sessionId) implements SessionScope {}
}
