package coderbased.auth.session;

import coderbased.protocol.DeviceKind;
import coderbased.protocol.Logout;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sessions and the revocation feed of an {@link InMemoryAuthStore}. Not thread-safe. */
final class InMemorySessions {

    private static final Comparator<StoredSession> NEWEST_FIRST = Comparator.comparing(
                    (StoredSession each) -> each.session().use().createdAt())
            .reversed()
            .thenComparing(StoredSession::id);

    private static final Comparator<StoredSession> PHONES_FIRST = Comparator.comparing(
                    (StoredSession each) -> each.session().kind())
            .thenComparing(each -> each.session().use().createdAt())
            .thenComparing(StoredSession::id);

    private static final Comparator<StoredSession> LAST_ENDED_FIRST =
            Comparator.comparing(StoredSession::endedAt).reversed().thenComparing(StoredSession::id);

    private final Map<String, StoredSession> sessions = new LinkedHashMap<>();
    private final List<FeedLine> feed = new ArrayList<>();
    private long lastRevocation;

    private record FeedLine(long sequence, String sessionId, Instant at) {}

    void insert(Session session) {
        sessions.put(session.id(), new StoredSession(session));
    }

    Optional<StoredSession> find(@Nullable String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(sessions.get(id));
    }

    Stream<StoredSession> all() {
        return sessions.values().stream();
    }

    /** Returns those of an account, newest first. */
    Stream<StoredSession> of(String accountId) {
        return all().filter(each -> each.belongsTo(accountId)).sorted(NEWEST_FIRST);
    }

    /** Returns the live linked ones of an account, newest first. */
    Stream<StoredSession> linked(String accountId) {
        return of(accountId).filter(each -> each.isLiveWebOf(accountId));
    }

    /** Changes a session if that is allowed; returns true if it was. */
    boolean change(String id, Predicate<StoredSession> allowed, Consumer<StoredSession> change) {
        Optional<StoredSession> found = find(id).filter(allowed);
        found.ifPresent(change);
        return found.isPresent();
    }

    boolean freeze(String accountId, String sessionId, @Nullable Instant at) {
        boolean changed = change(
                sessionId,
                each -> each.isLiveWebOf(accountId) && (each.row().frozenAt() == null) != (at == null),
                each -> each.freeze(at));
        if (changed && at != null) {
            announce(sessionId, at);
        }
        return changed;
    }

    List<EndedSession> end(SessionTermination ending) {
        List<EndedSession> ended = new ArrayList<>();
        for (StoredSession each : all().filter(each -> isInScope(each, ending.scope()))
                .sorted(PHONES_FIRST)
                .toList()) {
            EndedSession one = new EndedSession(each.session(), logoutOf(each.session(), ending));
            each.end(one.logout());
            announce(each.id(), one.logout().at());
            ended.add(one);
        }
        return ended;
    }

    List<SessionRow> loggedOut(String accountId, Instant since, int limit) {
        return of(accountId)
                .filter(each -> each.session().isLinked() && !each.isLive())
                .filter(each -> each.session().use().admittedAt() != null)
                .filter(each -> !each.endedAt().isBefore(since))
                .sorted(LAST_ENDED_FIRST)
                .limit(limit)
                .map(StoredSession::row)
                .toList();
    }

    List<Session> overdue(SessionCutoffs cutoffs, int limit) {
        return all().filter(StoredSession::isLive)
                .filter(each -> isOverdue(each.session(), cutoffs))
                .sorted(PHONES_FIRST)
                .limit(limit)
                .map(StoredSession::session)
                .toList();
    }

    List<Revocation> revocationsAfter(long sequence, int limit) {
        return feed.stream()
                .filter(line -> line.sequence() > sequence)
                .flatMap(line -> find(line.sessionId()).stream()
                        .map(StoredSession::row)
                        .filter(row -> !row.isLive() || row.frozenAt() != null)
                        .map(row -> new Revocation(
                                line.sequence(), line.sessionId(), row.session().accountId(), row.ended())))
                .limit(limit)
                .toList();
    }

    long lastRevocation() {
        return lastRevocation;
    }

    void forgetEndedBefore(Instant moment) {
        feed.removeIf(line -> line.at().isBefore(moment));
        sessions.values().removeIf(each -> !each.isLive() && each.endedAt().isBefore(moment));
    }

    private void announce(String sessionId, Instant at) {
        lastRevocation++;
        feed.add(new FeedLine(lastRevocation, sessionId, at));
    }

    private static boolean isInScope(StoredSession stored, SessionScope scope) {
        Session session = stored.session();
        return stored.isLive()
                && stored.belongsTo(scope.accountId())
                && switch (scope) {
                    case SessionScope.One one ->
                        session.id().equals(one.sessionId()) || one.sessionId().equals(session.phone());
                    case SessionScope.Linked _ -> session.isLinked();
                    case SessionScope.Whole _ -> true;
                    case SessionScope.AllBut allBut -> !session.id().equals(allBut.sessionId());
                };
    }

    private static Logout logoutOf(Session session, SessionTermination ending) {
        boolean underPhone = ending.scope() instanceof SessionScope.One one
                && !one.sessionId().equals(session.id());
        return underPhone ? ending.underPhone() : ending.logout();
    }

    private boolean isOverdue(Session session, SessionCutoffs cutoffs) {
        SessionUse use = session.use();
        Instant until = session.choices().until();
        Instant oldest = session.isLinked() ? cutoffs.webRenewed() : cutoffs.phoneRenewed();
        boolean neverCame = session.isLinked()
                && use.admittedAt() == null
                && use.createdAt().isBefore(cutoffs.approved());
        return use.renewedAt().isBefore(oldest)
                || neverCame
                || (until != null && !until.isAfter(cutoffs.now()))
                || isWithoutPhone(session, cutoffs.phoneSeen());
    }

    private boolean isWithoutPhone(Session session, Instant seen) {
        return find(session.phone())
                .filter(StoredSession::isLive)
                .map(StoredSession::session)
                .filter(phone -> phone.kind() == DeviceKind.PHONE)
                .filter(phone -> phone.use().lastActiveAt().isBefore(seen))
                .isPresent();
    }
}
