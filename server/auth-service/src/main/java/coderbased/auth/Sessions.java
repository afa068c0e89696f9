package coderbased.auth;

import coderbased.auth.session.AccountChange;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Renewal;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionExpiry;
import coderbased.auth.session.SessionRow;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.session.SessionUse;
import coderbased.auth.tokens.DpopCredentials;
import coderbased.auth.tokens.DpopVerifier;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.auth.tokens.TokenVerdict;
import coderbased.http.CallerAddress;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Profile;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Looks up the session of a token, by the session's row. */
final class Sessions {

    /** Allowed staleness of {@code lastActiveAt}: a write for every call would cost more than it is worth. */
    private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

    private final AuthStore store;
    private final TokenSigner signer;
    private final SessionTerminator wayOut;
    private final SessionExpiry expiry;
    private final DpopVerifier possession;
    private final AuthContext surroundings;

    Sessions(
            AuthStore store,
            TokenSigner signer,
            SessionTerminator wayOut,
            SessionExpiry expiry,
            DpopVerifier possession,
            AuthContext surroundings) {
        this.store = store;
        this.signer = signer;
        this.wayOut = wayOut;
        this.expiry = expiry;
        this.possession = possession;
        this.surroundings = surroundings;
    }

    /** The session behind an HTTP call, unless its phone froze it. */
    Session require(DpopCredentials presented, DeviceKind... allowed) {
        SessionRow row = alive(presented);
        requireNotFrozen(row);
        if (!List.of(allowed).contains(row.session().kind())) {
            throw AuthRefused.because(ProblemReason.PHONE_ONLY);
        }
        touch(row.session());
        return row.session();
    }

    /** The session behind an HTTP call, frozen or not. */
    SessionRow alive(DpopCredentials presented) {
        TokenVerdict verdict = signer.verify(presented.token().value());
        TokenClaims claims = verdict.claims().orElseThrow(Sessions::notSignedIn);
        SessionRow row = proven(presented, claims);
        Session session = row.session();
        requireAlive(row);
        // A call may still be under way with the token before, while the device re-initialises with the next one.
        if (verdict instanceof TokenVerdict.Expired
                || claims.generation() < session.use().generation() - 1) {
            throw notSignedIn();
        }
        return row;
    }

    /**
     * Asks the session's row once more.
     *
     * @throws AuthRefused if the session ended or was frozen since
     */
    void requireUsable(Session session) {
        SessionRow row = store.session(session.id()).orElseThrow(Sessions::notSignedIn);
        requireAlive(row);
        requireNotFrozen(row);
    }

    /** The session that the caller's token names, alive or over. */
    SessionRow known(DpopCredentials presented) {
        TokenVerdict verdict = signer.verify(presented.token().value());
        return proven(presented, verdict.claims().orElseThrow(Sessions::notSignedIn));
    }

    /** The row that the claims name, if it is that session's. */
    Optional<SessionRow> row(TokenClaims claims) {
        return store.session(claims.sessionId()).filter(row -> claims.names(row.session()));
    }

    /** Ends a session whose time is over although nobody swept it yet; empty while it goes on. */
    Optional<Logout> endIfOverdue(Session session) {
        return expiry.reason(session, store::session, surroundings.now())
                .map(reason -> end(session, reason, Initiator.POLICY));
    }

    /** Ends one session, a phone's with those under it, and says what it is told. */
    Logout end(Session session, LogoutReason reason, Initiator by) {
        Logout logout = Logout.of(reason, by, surroundings.now());
        wayOut.end(new SessionScope.One(session.accountId(), session.id()), logout, new AccountChange.None());
        return store.session(session.id())
                .flatMap(row -> Optional.ofNullable(row.ended()))
                .orElse(logout);
    }

    /**
     * The device came with that token, on a connection that was opened at {@code opened}; empty where the store does
     * not {@link AuthStore#renew renew}.
     */
    Optional<Session> renew(TokenClaims token, Instant opened, CallerAddress from) {
        return store.renew(renewal(token, opened, from));
    }

    /** The reason why a token was not renewed, by the session's row now. */
    Admission notRenewed(Session session, TokenClaims token, Instant opened, CallerAddress from) {
        SessionRow row = store.session(session.id()).orElseThrow(Sessions::notSignedIn);
        SessionUse use = row.session().use();
        if (row.ended() != null) {
            return new Admission.LoggedOut(row.ended());
        }
        if (row.frozenAt() != null) {
            return new Admission.Frozen();
        }
        if (renewal(token, opened, from).isOlderThan(use.renewedAt(), use.admittedAt())) {
            return new Admission.Late();
        }
        return new Admission.LoggedOut(end(session, LogoutReason.TOKEN_REUSED, Initiator.SYSTEM));
    }

    private Renewal renewal(TokenClaims token, Instant opened, CallerAddress from) {
        return new Renewal(
                new Renewal.TokenName(token.sessionId(), token.generation(), token.tokenId()),
                opened.truncatedTo(ChronoUnit.MILLIS),
                surroundings.now(),
                from.text());
    }

    /** Returns the profile of the account that a session belongs to. */
    Profile profile(Session session) {
        return store.account(session.accountId()).orElseThrow().profile();
    }

    /** A caller who cannot prove that the session is theirs learns nothing of it, not even its end. */
    private SessionRow proven(DpopCredentials presented, TokenClaims claims) {
        SessionRow row = row(claims).orElseThrow(Sessions::notSignedIn);
        possession.require(presented, claims, row.session());
        return row;
    }

    private void requireAlive(SessionRow row) {
        if (row.ended() != null) {
            throw AuthRefused.loggedOut(row.ended());
        }
        endIfOverdue(row.session()).ifPresent(logout -> {
            throw AuthRefused.loggedOut(logout);
        });
    }

    private static void requireNotFrozen(SessionRow row) {
        if (row.frozenAt() != null) {
            throw AuthRefused.because(ProblemReason.DEVICE_FROZEN);
        }
    }

    private void touch(Session session) {
        Instant now = surroundings.now();
        if (session.use().lastActiveAt().plus(TOUCH_INTERVAL).isBefore(now)) {
            store.touch(List.of(session.id()), now);
        }
    }

    private static AuthRefused notSignedIn() {
        return AuthRefused.because(ProblemReason.SESSION_UNKNOWN);
    }
}
