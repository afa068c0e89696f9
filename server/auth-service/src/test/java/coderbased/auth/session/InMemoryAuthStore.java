package coderbased.auth.session;

import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An {@link AuthStore} in memory, held to the contract that the databases keep. Thread-safe: each call is one
 * transaction.
 */
public final class InMemoryAuthStore implements AuthStore {

    private final InMemoryAccounts accounts = new InMemoryAccounts();
    private final InMemorySessions sessions = new InMemorySessions();
    private final Map<String, Instant> spentProofs = new HashMap<>();
    private final LinkRecords links = new InMemoryLinkRecords();
    private final List<Consumer<Session>> linkListeners = new CopyOnWriteArrayList<>();

    /** Calls the listener with each device that is linked from now on, after it is stored. */
    public void onLink(Consumer<Session> listener) {
        linkListeners.add(listener);
    }

    /** Gives an account another name. */
    public synchronized void setName(String accountId, String name) {
        accounts.setName(accountId, name);
    }

    @Override
    public synchronized boolean addAccount(Account account, Session first) {
        boolean added = accounts.add(account);
        if (added) {
            sessions.insert(first);
        }
        return added;
    }

    @Override
    public synchronized Optional<Account> account(String accountId) {
        return accounts.byId(accountId);
    }

    @Override
    public synchronized Optional<Account> accountByHandle(String handle) {
        return accounts.byHandle(handle);
    }

    @Override
    public synchronized List<Account> accounts() {
        return accounts.all();
    }

    @Override
    public synchronized List<Account> accounts(Collection<String> accountIds) {
        return accounts.byIds(accountIds);
    }

    @Override
    public synchronized List<Account> findAccounts(List<String> beginnings, String seekerId, Instant now, int limit) {
        return accounts.find(beginnings, seekerId, now, limit);
    }

    @Override
    public synchronized Map<String, Instant> lastActive(Collection<String> accountIds) {
        Map<String, Instant> found = new HashMap<>();
        sessions.all()
                .map(StoredSession::session)
                .filter(session -> accountIds.contains(session.accountId()))
                .forEach(session ->
                        found.merge(session.accountId(), session.use().lastActiveAt(), (a, b) -> a.isAfter(b) ? a : b));
        return found;
    }

    @Override
    public synchronized void unban(String accountId) {
        accounts.setBan(accountId, null);
    }

    @Override
    public synchronized boolean addPhoneSession(Session session, Secret checkedHash) {
        boolean stillGood = mayEnter(session)
                .filter(account -> account.passwordHash().equals(checkedHash))
                .isPresent();
        if (stillGood) {
            sessions.insert(session);
        }
        return stillGood;
    }

    @Override
    public WebAdmission addWebSession(Session session, int limit, List<LinkRecord> lines) {
        WebAdmission admission = insertWebSession(session, limit);
        if (admission == WebAdmission.STORED) {
            links.add(session.accountId(), lines);
            linkListeners.forEach(listener -> listener.accept(session));
        }
        return admission;
    }

    private synchronized WebAdmission insertWebSession(Session session, int limit) {
        boolean phoneIsLive =
                sessions.find(session.phone()).filter(StoredSession::isLive).isPresent();
        if (!phoneIsLive || mayEnter(session).isEmpty()) {
            return WebAdmission.PHONE_ENDED;
        }
        if (sessions.linked(session.accountId()).count() >= limit) {
            return WebAdmission.LIMIT;
        }
        sessions.insert(session);
        return WebAdmission.STORED;
    }

    @Override
    public synchronized Optional<SessionRow> session(String sessionId) {
        return sessions.find(sessionId).map(StoredSession::row);
    }

    @Override
    public synchronized Optional<SessionRow> sessionOfLink(String linkId) {
        return sessions.all()
                .map(StoredSession::row)
                .filter(row -> linkId.equals(row.session().linkId()))
                .findFirst();
    }

    @Override
    public synchronized List<Session> linkedSessions(String accountId) {
        return sessions.linked(accountId).map(StoredSession::session).toList();
    }

    @Override
    public synchronized List<Session> unansweredSessions(String accountId) {
        Stream<StoredSession> linked = sessions.linked(accountId);
        return linked.filter(StoredSession::isUnanswered)
                .map(StoredSession::session)
                .toList();
    }

    @Override
    public synchronized boolean answered(String accountId, String sessionId, Instant now) {
        return sessions.change(sessionId, each -> each.isLiveWebOf(accountId), each -> each.answer(now));
    }

    @Override
    public synchronized List<SessionRow> sessions(String accountId) {
        return sessions.of(accountId).map(StoredSession::row).toList();
    }

    @Override
    public synchronized Optional<Session> renew(Renewal renewal) {
        Optional<Session> renewed = sessions.find(renewal.token().sessionId())
                .filter(each -> each.renew(renewal))
                .map(StoredSession::session);
        renewed.flatMap(LinkRecord::linked)
                .ifPresent(line -> links.add(renewed.get().accountId(), List.of(line)));
        return renewed;
    }

    @Override
    public synchronized Optional<Instant> passwordProof(String sessionId) {
        return sessions.find(sessionId).map(StoredSession::passwordAt);
    }

    @Override
    public synchronized boolean provePassword(Confirmation confirmed, Instant now) {
        return sessions.change(
                confirmed.phoneSession(), each -> isConfirmed(each, confirmed), each -> each.provePassword(now));
    }

    @Override
    public synchronized void touch(Collection<String> sessionIds, Instant now) {
        sessionIds.forEach(id -> sessions.change(id, StoredSession::isLive, each -> each.touch(now)));
    }

    @Override
    public synchronized boolean rename(String accountId, String sessionId, String name) {
        return sessions.change(sessionId, each -> each.isLiveWebOf(accountId), each -> each.rename(name));
    }

    @Override
    public synchronized List<EndedSession> end(SessionTermination ending) {
        List<EndedSession> ended = sessions.end(ending);
        accounts.change(ending.scope().accountId(), ending.change());
        return ended;
    }

    @Override
    public synchronized Optional<ConfirmedEnding> endConfirmed(SessionTermination ending, Confirmation confirmed) {
        if (!provePassword(confirmed, ending.logout().at())) {
            return Optional.empty();
        }
        Session caller = sessions.find(confirmed.phoneSession()).orElseThrow().session();
        return Optional.of(new ConfirmedEnding(end(ending), caller));
    }

    @Override
    public synchronized boolean freeze(String accountId, String sessionId, @Nullable Instant at) {
        return sessions.freeze(accountId, sessionId, at);
    }

    @Override
    public synchronized boolean wiped(String sessionId, Instant now) {
        return sessions.change(
                sessionId, each -> !each.isLive() && each.row().wipedAt() == null, each -> each.wipe(now));
    }

    @Override
    public synchronized List<SessionRow> loggedOut(String accountId, Instant since, int limit) {
        return sessions.loggedOut(accountId, since, limit);
    }

    @Override
    public synchronized boolean spendProof(String fingerprint, Instant forgetAt) {
        return spentProofs.putIfAbsent(fingerprint, forgetAt) == null;
    }

    @Override
    public synchronized void forgetProofs(Instant now) {
        spentProofs.values().removeIf(forgetAt -> forgetAt.isBefore(now));
    }

    @Override
    public synchronized List<Session> overdue(SessionCutoffs cutoffs, int limit) {
        return sessions.overdue(cutoffs, limit);
    }

    @Override
    public synchronized List<Revocation> revocationsAfter(long sequence, int limit) {
        return sessions.revocationsAfter(sequence, limit);
    }

    @Override
    public LinkRecords linkRecords() {
        return links;
    }

    @Override
    public synchronized long lastRevocation() {
        return sessions.lastRevocation();
    }

    @Override
    public synchronized void forgetEndedBefore(Instant moment) {
        sessions.forgetEndedBefore(moment);
    }

    private Optional<Account> mayEnter(Session session) {
        return accounts.usable(session.accountId(), session.use().createdAt());
    }

    private boolean isConfirmed(StoredSession session, Confirmation confirmed) {
        return session.isLive()
                && accounts.byId(session.session().accountId())
                        .filter(account -> !account.isDeleted())
                        .filter(account -> account.passwordHash().equals(confirmed.passwordHash()))
                        .isPresent();
    }
}
