package coderbased.store.auth;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.AuthStoreDown;
import coderbased.auth.session.Confirmation;
import coderbased.auth.session.ConfirmedEnding;
import coderbased.auth.session.EndedSession;
import coderbased.auth.session.LinkRecord;
import coderbased.auth.session.LinkRecords;
import coderbased.auth.session.Renewal;
import coderbased.auth.session.Revocation;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionCutoffs;
import coderbased.auth.session.SessionRow;
import coderbased.auth.session.SessionTermination;
import coderbased.auth.session.WebAdmission;
import coderbased.protocol.Secret;
import coderbased.store.Database;
import coderbased.store.HistoryStarts;
import coderbased.store.Timestamps;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** An {@link AuthStore} in a database. */
public final class SqlAuthStore implements AuthStore {

    private final Database database;

    /** Creates a store over an open database, which the caller closes. */
    public SqlAuthStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean addAccount(Account account, Session first) {
        return write(handle -> {
            boolean added = AccountRows.insert(handle, account);
            if (added) {
                SessionRows.insert(handle, first);
            }
            return added;
        });
    }

    @Override
    public Optional<Account> account(String accountId) {
        return read(handle -> AccountRows.byId(handle, accountId));
    }

    @Override
    public Optional<Account> accountByHandle(String handleOfAccount) {
        return read(handle -> handle.createQuery("SELECT * FROM accounts WHERE handle = :handle")
                .bind("handle", handleOfAccount)
                .map((row, context) -> AccountRows.read(row))
                .findOne());
    }

    @Override
    public List<Account> accounts() {
        return read(handle -> handle.createQuery("SELECT * FROM accounts WHERE deleted_at IS NULL ORDER BY handle")
                .map((row, context) -> AccountRows.read(row))
                .list());
    }

    @Override
    public List<Account> accounts(Collection<String> accountIds) {
        return read(handle -> AccountSearch.byIds(handle, accountIds));
    }

    @Override
    public List<Account> findAccounts(List<String> beginnings, String seekerId, Instant now, int limit) {
        return read(handle -> AccountSearch.find(handle, database.dialect(), beginnings, seekerId, now, limit));
    }

    @Override
    public Map<String, Instant> lastActive(Collection<String> accountIds) {
        return read(handle -> AccountSearch.lastActive(handle, accountIds));
    }

    @Override
    public void unban(String accountId) {
        write(handle -> {
            AccountRows.setBan(handle, accountId, null);
            return accountId;
        });
    }

    @Override
    public boolean addPhoneSession(Session session, Secret checkedHash) {
        return writeFor(session.accountId(), handle -> {
            boolean stillGood = mayEnter(handle, session)
                    .filter(account -> account.passwordHash().equals(checkedHash))
                    .isPresent();
            if (stillGood) {
                SessionRows.insert(handle, session);
            }
            return stillGood;
        });
    }

    @Override
    public WebAdmission addWebSession(Session session, int limit, List<LinkRecord> lines) {
        return writeFor(session.accountId(), handle -> {
            if (!SessionQueries.isLive(handle, session.phone())
                    || mayEnter(handle, session).isEmpty()) {
                return WebAdmission.PHONE_ENDED;
            }
            if (SessionQueries.linked(handle, session.accountId()).size() >= limit) {
                return WebAdmission.LIMIT;
            }
            SessionRows.insert(handle, session);
            HistoryStarts.record(handle, session);
            SqlLinkRecords.append(handle, session.accountId(), lines);
            return WebAdmission.STORED;
        });
    }

    /** Returns the session's account, unless it is banned or deleted. */
    private static Optional<Account> mayEnter(Handle handle, Session session) {
        return AccountRows.byId(handle, session.accountId())
                .filter(account -> account.deletedAt() == null)
                .filter(account -> !account.isBanned(session.use().createdAt()));
    }

    @Override
    public Optional<SessionRow> session(String sessionId) {
        return read(handle -> SessionQueries.session(handle, sessionId));
    }

    @Override
    public Optional<SessionRow> sessionOfLink(String linkId) {
        return read(handle -> SessionQueries.sessionOfLink(handle, linkId));
    }

    @Override
    public List<Session> linkedSessions(String accountId) {
        return read(handle -> SessionQueries.linked(handle, accountId));
    }

    @Override
    public List<Session> unansweredSessions(String accountId) {
        return read(handle -> SessionQueries.unanswered(handle, accountId));
    }

    @Override
    public boolean answered(String accountId, String sessionId, Instant now) {
        return write(handle -> SessionNotes.answered(handle, accountId, sessionId, now));
    }

    @Override
    public List<SessionRow> sessions(String accountId) {
        return read(handle -> SessionQueries.ofAccount(handle, accountId));
    }

    @Override
    public Optional<Session> renew(Renewal renewal) {
        return write(handle -> {
            SessionQueries.neverAdmitted(handle, renewal.token().sessionId())
                    .ifPresent(account -> database.dialect().lockAccount(handle, account));
            Optional<Session> renewed = SessionRenewals.renew(handle, renewal);
            renewed.flatMap(LinkRecord::linked)
                    .ifPresent(
                            line -> SqlLinkRecords.append(handle, renewed.get().accountId(), List.of(line)));
            return renewed;
        });
    }

    @Override
    public Optional<Instant> passwordProof(String sessionId) {
        return read(handle -> SessionQueries.passwordProof(handle, sessionId));
    }

    @Override
    public boolean provePassword(Confirmation confirmed, Instant now) {
        return write(handle -> PasswordProofs.note(handle, confirmed, now));
    }

    @Override
    public void touch(Collection<String> sessionIds, Instant now) {
        if (!sessionIds.isEmpty()) {
            write(handle -> SessionNotes.touch(handle, sessionIds, now));
        }
    }

    @Override
    public boolean rename(String accountId, String sessionId, String name) {
        return write(handle -> SessionNotes.rename(handle, accountId, sessionId, name));
    }

    @Override
    public List<EndedSession> end(SessionTermination ending) {
        return writeFor(ending.scope().accountId(), handle -> SessionEndings.end(handle, ending));
    }

    @Override
    public Optional<ConfirmedEnding> endConfirmed(SessionTermination ending, Confirmation confirmed) {
        return writeFor(
                ending.scope().accountId(),
                handle -> PasswordProofs.note(handle, confirmed, ending.logout().at())
                        ? SessionQueries.session(handle, confirmed.phoneSession())
                                .map(row -> new ConfirmedEnding(SessionEndings.end(handle, ending), row.session()))
                        : Optional.empty());
    }

    @Override
    public boolean freeze(String accountId, String sessionId, @Nullable Instant at) {
        return write(handle -> SessionEndings.freeze(handle, accountId, sessionId, at));
    }

    @Override
    public boolean wiped(String sessionId, Instant now) {
        return write(handle -> SessionNotes.wiped(handle, sessionId, now));
    }

    @Override
    public List<SessionRow> loggedOut(String accountId, Instant since, int limit) {
        return read(handle -> SessionQueries.loggedOut(handle, accountId, since, limit));
    }

    @Override
    public boolean spendProof(String fingerprint, Instant forgetAt) {
        return write(handle -> handle.execute(
                        "INSERT INTO spent_proofs (fingerprint, forget_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        fingerprint,
                        Timestamps.millis(forgetAt))
                == 1);
    }

    @Override
    public void forgetProofs(Instant now) {
        write(handle -> handle.execute("DELETE FROM spent_proofs WHERE forget_at < ?", Timestamps.millis(now)));
    }

    @Override
    public List<Session> overdue(SessionCutoffs cutoffs, int limit) {
        return read(handle -> SessionQueries.overdue(handle, cutoffs, limit));
    }

    @Override
    public List<Revocation> revocationsAfter(long sequence, int limit) {
        return read(handle -> SessionQueries.revocations(handle, sequence, limit));
    }

    @Override
    public LinkRecords linkRecords() {
        return new SqlLinkRecords(database);
    }

    @Override
    public long lastRevocation() {
        return read(handle -> handle.createQuery("SELECT sequence FROM revocation_head")
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void forgetEndedBefore(Instant moment) {
        write(handle -> {
            long millis = moment.toEpochMilli();
            handle.execute("DELETE FROM revocations WHERE ended_at < ?", millis);
            HistoryStarts.forgetEndedBefore(handle, millis);
            return handle.execute("DELETE FROM sessions WHERE ended_at < ?", millis);
        });
    }

    private <T> T read(Function<Handle, T> work) {
        try {
            return database.read(work);
        } catch (JdbiException e) {
            throw new AuthStoreDown("the database could not be read", e);
        }
    }

    /** Writes something that depends on the state of the account. */
    private <T> T writeFor(String accountId, Function<Handle, T> work) {
        return write(handle -> {
            database.dialect().lockAccount(handle, accountId);
            return work.apply(handle);
        });
    }

    private <T> T write(Function<Handle, T> work) {
        try {
            return database.write(work);
        } catch (JdbiException e) {
            throw new AuthStoreDown("the database could not be written", e);
        }
    }
}
