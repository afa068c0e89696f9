package coderbased.auth.session;

import coderbased.protocol.DeviceFacts;
import coderbased.protocol.Logout;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One session of an {@link InMemoryAuthStore}, with what its row holds beside the session. Not thread-safe. */
final class StoredSession {

    private SessionRow row;
    private @Nullable String tokenId;
    private @Nullable Instant answeredAt;
    private @Nullable Instant passwordAt;

    StoredSession(Session session) {
        row = new SessionRow(session, null, null, null);
        passwordAt = session.isLinked() ? null : session.use().createdAt();
    }

    SessionRow row() {
        return row;
    }

    Session session() {
        return row.session();
    }

    String id() {
        return session().id();
    }

    boolean isLive() {
        return row.isLive();
    }

    /** Returns the time of its end; it has one. */
    Instant endedAt() {
        return Objects.requireNonNull(row.ended()).at();
    }

    boolean belongsTo(String accountId) {
        return session().accountId().equals(accountId);
    }

    boolean isLiveWebOf(String accountId) {
        return isLive() && session().isLinked() && belongsTo(accountId);
    }

    boolean isUnanswered() {
        return session().use().admittedAt() != null && answeredAt == null;
    }

    @Nullable
    Instant passwordAt() {
        return passwordAt;
    }

    void answer(Instant now) {
        answeredAt = answeredAt == null ? now : answeredAt;
    }

    void provePassword(Instant now) {
        passwordAt = now;
    }

    void freeze(@Nullable Instant at) {
        row = new SessionRow(session(), row.ended(), at, row.wipedAt());
    }

    void end(Logout logout) {
        row = new SessionRow(session(), logout, row.frozenAt(), row.wipedAt());
    }

    void wipe(Instant now) {
        row = new SessionRow(session(), row.ended(), row.frozenAt(), now);
    }

    void touch(Instant now) {
        SessionUse use = session().use();
        with(session()
                .with(new SessionUse(
                        use.generation(),
                        use.createdAt(),
                        use.admittedAt(),
                        use.renewedAt(),
                        now,
                        use.address(),
                        use.renewals())));
    }

    void rename(String name) {
        Session old = session();
        DeviceFacts facts = old.device().facts();
        with(new Session(
                old.id(),
                old.accountId(),
                old.kind(),
                old.phone(),
                old.linkId(),
                new SessionDevice(
                        new DeviceFacts(name, facts.app(), facts.os()),
                        old.device().key()),
                old.use(),
                old.choices()));
    }

    /** Takes the token, unless the row has moved on; true if it did. */
    boolean renew(Renewal renewal) {
        SessionUse use = session().use();
        Renewal.TokenName token = renewal.token();
        boolean newer = use.generation() < token.generation();
        boolean same = use.generation() == token.generation() && (tokenId == null || tokenId.equals(token.tokenId()));
        if (!isLive()
                || row.frozenAt() != null
                || renewal.isOlderThan(use.renewedAt(), use.admittedAt())
                || !(newer || same)) {
            return false;
        }
        tokenId = token.tokenId();
        Instant now = renewal.now();
        with(session()
                .with(new SessionUse(
                        token.generation(),
                        use.createdAt(),
                        use.admittedAt() == null ? now : use.admittedAt(),
                        now,
                        now,
                        renewal.address(),
                        use.renewals() + 1)));
        return true;
    }

    private void with(Session changed) {
        row = new SessionRow(changed, row.ended(), row.frozenAt(), row.wipedAt());
    }
}
