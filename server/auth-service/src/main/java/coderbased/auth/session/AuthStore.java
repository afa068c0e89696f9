package coderbased.auth.session;

import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Storage of accounts and sessions. Each call is one transaction; when it returns, the result is on disk.
 *
 * <p>Thread-safe; calls block. A store that cannot be reached throws {@link AuthStoreDown}.
 */
public interface AuthStore {

    /** A new account with its first session; false, and nothing stored, where the handle is taken. */
    boolean addAccount(Account account, Session first);

    Optional<Account> account(String accountId);

    Optional<Account> accountByHandle(String handle);

    /** All that are not deleted, by handle. */
    List<Account> accounts();

    /** Those of these accounts that there are, deleted ones included, in no order. */
    List<Account> accounts(Collection<String> accountIds);

    /**
     * Other accounts than the seeker's that are not deleted and not banned, each of which has words that begin with
     * each of these, by {@link Account#searchWords}; for no words, the first by {@link Account#sortName}.
     */
    List<Account> findAccounts(List<String> beginnings, String seekerId, Instant now, int limit);

    /**
     * Returns the time at which each of these accounts last used a session; accounts without a session are left out.
     */
    Map<String, Instant> lastActive(Collection<String> accountIds);

    /** Lifts a ban. */
    void unban(String accountId);

    /**
     * A phone signed in. Stored only while the account still has the password that was checked and is neither banned
     * nor deleted: a password change, a ban or a deletion in between wins.
     */
    boolean addPhoneSession(Session session, Secret checkedHash);

    /**
     * A phone approved a desktop. In one transaction: the phone's session is still alive, its account is neither banned
     * nor deleted and has fewer than {@code limit} live linked devices, the session is stored, and with it these lines
     * of the account's link history.
     */
    WebAdmission addWebSession(Session session, int limit, List<LinkRecord> lines);

    Optional<SessionRow> session(String sessionId);

    Optional<SessionRow> sessionOfLink(String linkId);

    /** The account's live web sessions, newest first. */
    List<Session> linkedSessions(String accountId);

    /** Those of them that came in at least once and that nobody has answered for. */
    List<Session> unansweredSessions(String accountId);

    /** The person said that this linked device is theirs. False where the account has no such live linked device. */
    boolean answered(String accountId, String sessionId, Instant now);

    /** The account's sessions, live ones and tombstones, newest first. */
    List<SessionRow> sessions(String accountId);

    /**
     * A device re-initialised with a token. Its row's generation never goes down, and of each generation the row takes
     * one token, as often as it comes. The first admission of a linked device is a line of the account's link history,
     * {@link LinkRecord#linked}, in the same transaction.
     *
     * @return the row after that; empty, and nothing changed, where the session is no longer alive or is frozen, the
     *     row's generation is higher, it took another token of this one, or the connection
     *     {@link Renewal#isOlderThan is older} than the last renewal
     */
    Optional<Session> renew(Renewal renewal);

    /** Returns the time at which the account's password was last typed on that phone; empty if unknown. */
    Optional<Instant> passwordProof(String sessionId);

    /**
     * Somebody typed the account's password on that phone.
     *
     * @return false, and nothing changed, where the session is over or the account has another password by now
     */
    boolean provePassword(Confirmation confirmed, Instant now);

    /** The server heard of these devices. Ended sessions stay as they are. */
    void touch(Collection<String> sessionIds, Instant now);

    /** The person gave a linked device another name. False where the account has no such live linked device. */
    boolean rename(String accountId, String sessionId, String name);

    /**
     * Ends what is still alive in the scope, writes tombstones and the revocation feed, and changes the account.
     *
     * @return what ended by this very call, phones first
     */
    List<EndedSession> end(SessionTermination ending);

    /**
     * The same, confirmed with the account's password, which is noted as typed just now.
     *
     * @return empty, and nothing changed, where the phone's session is over, the account has another password by now,
     *     or it is deleted
     */
    Optional<ConfirmedEnding> endConfirmed(SessionTermination ending, Confirmation confirmed);

    /**
     * A phone freezes a linked device, or thaws it. A freeze is in the revocation feed too.
     *
     * @param at time of the freeze; null to thaw
     * @return false, and nothing changed, where the account has no such live linked device, or it is so already
     */
    boolean freeze(String accountId, String sessionId, @Nullable Instant at);

    /** An ended session's device has wiped it. False, and nothing changed, where it is alive or said so before. */
    boolean wiped(String sessionId, Instant now);

    /** The account's web sessions that were in use and ended since, last one first, at most {@code limit}. */
    List<SessionRow> loggedOut(String accountId, Instant since, int limit);

    /**
     * Notes that a proof of possession was taken; false where it was before, by whichever node.
     *
     * @param fingerprint of the proof's id and session; they cannot be read from it
     */
    boolean spendProof(String fingerprint, Instant forgetAt);

    /** Forgets the proofs whose time is over. */
    void forgetProofs(Instant now);

    /** Live sessions that are over by these moments, phones first, at most {@code limit}. */
    List<Session> overdue(SessionCutoffs cutoffs, int limit);

    /** The feed after that number, in order, at most {@code limit} lines. */
    List<Revocation> revocationsAfter(long sequence, int limit);

    /** Returns the store of link histories. */
    LinkRecords linkRecords();

    /** The last number of the feed; 0 where nothing ended yet. */
    long lastRevocation();

    /** Forgets tombstones and feed lines of sessions that ended before that. */
    void forgetEndedBefore(Instant moment);
}
