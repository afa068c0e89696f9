package coderbased.auth.linking;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Ids;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionScope;
import coderbased.auth.session.SessionTerminator;
import coderbased.auth.session.SessionUse;
import coderbased.auth.session.WebAdmission;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.protocol.DeviceKind;
import coderbased.protocol.GuestServerMessage;
import coderbased.protocol.Initiator;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Secret;

/**
 * Makes web sessions out of approved guests. The row first, under the phone's session and in one transaction, then the
 * Web Auth Token that names it.
 *
 * <p>Hop 6 of the Guest Token's way.
 */
public final class WebSessions {

    private final AuthStore store;
    private final TokenSigner signer;
    private final SessionTerminator wayOut;
    private final LinkAuditLog book;
    private final int limit;
    private final AuthContext surroundings;

    public WebSessions(
            AuthStore store,
            TokenSigner signer,
            SessionTerminator wayOut,
            LinkAuditLog book,
            int limit,
            AuthContext surroundings) {
        this.store = store;
        this.signer = signer;
        this.wayOut = wayOut;
        this.book = book;
        this.limit = limit;
        this.surroundings = surroundings;
    }

    /** True if the account has reached the limit of linked devices. */
    boolean isFull(String accountId) {
        return store.linkedSessions(accountId).size() >= limit;
    }

    /** Stores the guest's web session with the history of its link; says with what the link goes on. */
    LinkEvent open(LinkingDesktop desktop, LinkState.Approved approved) {
        Session session = session(desktop, approved.claim(), approved.grant());
        WebAdmission admission = book.storing(
                approved.claim().linkId(),
                lines -> store.addWebSession(session, limit, lines),
                stored -> stored == WebAdmission.STORED);
        return switch (admission) {
            case LIMIT -> new LinkEvent.LimitReached();
            case PHONE_ENDED -> new LinkEvent.PhoneLoggedOut();
            case STORED -> new LinkEvent.TokenMinted(token(session));
        };
    }

    /** Ends a session whose token reached nobody. */
    void takeBack(Claim claim, String sessionId) {
        wayOut.end(
                new SessionScope.One(claim.by().accountId(), sessionId),
                LogoutReason.SESSION_EXPIRED,
                Initiator.SYSTEM);
    }

    private GuestServerMessage.WebAuthToken token(Session session) {
        return new GuestServerMessage.WebAuthToken(
                new Secret(signer.mint(TokenClaims.of(session, 1, Ids.fresh(surroundings)))),
                session.id(),
                store.account(session.accountId()).orElseThrow().profile(),
                signer.serverId());
    }

    private Session session(LinkingDesktop desktop, Claim claim, GrantedLink grant) {
        return new Session(
                Ids.fresh(surroundings),
                claim.by().accountId(),
                DeviceKind.WEB,
                claim.by().phoneSession(),
                claim.linkId(),
                desktop.device().named(grant.deviceName()),
                SessionUse.fresh(surroundings.now(), desktop.address()),
                grant.choices());
    }
}
