package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.session.Account;
import coderbased.auth.session.AccountBan;
import coderbased.auth.session.AccountChange;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.ProblemReason;
import java.time.Instant;

/** Calls of the people who run the server. */
final class AdminRequests {

    private final AuthStore store;
    private final SessionTerminator wayOut;
    private final AuthContext surroundings;

    AdminRequests(AuthStore store, SessionTerminator wayOut, AuthContext surroundings) {
        this.store = store;
        this.wayOut = wayOut;
        this.surroundings = surroundings;
    }

    void ban(String handle, AuthHttp.Ban said) {
        Instant now = surroundings.now();
        Account account = account(handle);
        if (said.until() != null && !said.until().isAfter(now)) {
            throw AuthRefused.because(ProblemReason.BAN_OVER, "until", String.valueOf(said.until()));
        }
        AccountBan ban = new AccountBan(now, said.until(), said.reason());
        wayOut.end(new SessionScope.Whole(account.id()), ban.logout(), new AccountChange.Banned(ban));
        surroundings.log().note(SecurityEvent.ACCOUNT_BANNED, account.id(), account.handle(), said.until());
    }

    void unban(String handle) {
        Account account = account(handle);
        store.unban(account.id());
        surroundings.log().note(SecurityEvent.ACCOUNT_UNBANNED, account.id(), account.handle());
    }

    AuthHttp.AccountList accounts() {
        surroundings.log().note(SecurityEvent.OPERATOR_COMMAND, "accounts");
        Instant now = surroundings.now();
        return new AuthHttp.AccountList(store.accounts().stream()
                .map(account -> new AuthHttp.AccountLine(
                        account.handle(),
                        account.name(),
                        account.createdAt(),
                        account.isBanned(now),
                        liveSessions(account)))
                .toList());
    }

    AuthHttp.SessionList sessions(String handle) {
        Account account = account(handle);
        surroundings.log().note(SecurityEvent.OPERATOR_COMMAND, "sessions", account.handle());
        return new AuthHttp.SessionList(
                store.sessions(account.id()).stream().map(AdminRequests::line).toList());
    }

    private int liveSessions(Account account) {
        return (int)
                store.sessions(account.id()).stream().filter(SessionRow::isLive).count();
    }

    private Account account(String handle) {
        return DisplayNameRules.handle(handle)
                .flatMap(store::accountByHandle)
                .filter(account -> !account.isDeleted())
                .orElseThrow(() -> AuthRefused.because(ProblemReason.ACCOUNT_UNKNOWN));
    }

    private static AuthHttp.SessionLine line(SessionRow row) {
        Session session = row.session();
        return new AuthHttp.SessionLine(
                session.id(),
                session.kind(),
                session.device().facts().name(),
                session.use().createdAt(),
                session.use().lastActiveAt(),
                row.ended());
    }
}
