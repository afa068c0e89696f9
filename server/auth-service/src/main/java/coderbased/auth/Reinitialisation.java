package coderbased.auth;

import coderbased.audit.SecurityEvent;
import coderbased.auth.linking.LinkNotifier;
import coderbased.auth.session.Admission;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthEvent;
import coderbased.auth.session.AuthEvents;
import coderbased.auth.session.Ids;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.auth.tokens.IssuedChallenge;
import coderbased.auth.tokens.TokenClaims;
import coderbased.auth.tokens.TokenSigner;
import coderbased.auth.tokens.TokenVerdict;
import coderbased.http.CallerAddress;
import coderbased.protocol.ChatClientMessage;
import coderbased.protocol.ChatServerMessage;
import coderbased.protocol.DeviceKey;
import coderbased.protocol.Initiator;
import coderbased.protocol.Logout;
import coderbased.protocol.LogoutReason;
import coderbased.protocol.Protocol;
import coderbased.protocol.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * A device comes back with its token and proves that it holds the session's key. The phone hears only now that the link
 * is made.
 *
 * <p>The token that a device presents has a generation. The answer carries the next one; the old token stays good until
 * the new one was used, so a device may crash between the two at any point. A token older than that was copied, and so
 * was one of two of the same generation once both are used: then the session ends. The proof is checked before: who
 * merely stole a token can neither come in nor throw the owner out.
 *
 * <p>A connection that was opened before the session's last renewal is late, not stolen: a node that stood still
 * answers what its device asked before it connected elsewhere. It is turned away, and the session goes on.
 *
 * <p>Hop 8 of the Guest Token's way.
 */
final class Reinitialisation {

    private final AuthSettings settings;
    private final TokenSigner signer;
    private final Sessions sessions;
    private final AuthEvents events;
    private final LinkNotifier links;
    private final AuthContext surroundings;

    Reinitialisation(
            AuthSettings settings,
            TokenSigner signer,
            Sessions sessions,
            AuthEvents events,
            LinkNotifier links,
            AuthContext surroundings) {
        this.settings = settings;
        this.signer = signer;
        this.sessions = sessions;
        this.events = events;
        this.links = links;
        this.surroundings = surroundings;
    }

    Admission decide(ChatClientMessage.Authenticate said, IssuedChallenge challenge, CallerAddress from) {
        if (said.protocol() != Protocol.VERSION) {
            return new Admission.Outdated();
        }
        TokenVerdict verdict = signer.verify(said.token().value());
        Optional<SessionRow> row = verdict.claims().flatMap(sessions::row);
        if (row.isEmpty()) {
            return refuse(LogoutReason.TOKEN_INVALID, from);
        }
        Session session = row.get().session();
        TokenClaims claims = verdict.claims().get();
        if (!holdsKey(session, claims, said, challenge.nonce())) {
            return refuse(LogoutReason.KEY_MISMATCH, from);
        }
        Logout ended = row.get().ended();
        if (ended != null) {
            return new Admission.LoggedOut(ended);
        }
        return sessions.endIfOverdue(session)
                .<Admission>map(Admission.LoggedOut::new)
                .orElseGet(() -> decide(verdict, row.get(), challenge.at(), from));
    }

    private Admission decide(TokenVerdict verdict, SessionRow row, Instant opened, CallerAddress from) {
        Session session = row.session();
        TokenClaims token = verdict.claims().orElseThrow();
        if (verdict instanceof TokenVerdict.Expired) {
            return new Admission.LoggedOut(sessions.end(session, LogoutReason.SESSION_EXPIRED, Initiator.POLICY));
        }
        if (row.frozenAt() != null) {
            return new Admission.Frozen();
        }
        return sessions.renew(token, opened, from)
                .map(renewed -> admit(renewed, token.generation()))
                .orElseGet(() -> sessions.notRenewed(session, token, opened, from));
    }

    private Admission admit(Session renewed, long generation) {
        events.publish(new AuthEvent.SessionAdmitted(
                renewed.id(),
                renewed.accountId(),
                settings.nodeId(),
                renewed.use().renewals()));
        links.cameIn(renewed);
        String next = signer.mint(TokenClaims.of(renewed, generation + 1, Ids.fresh(surroundings)));
        return new Admission.Admitted(
                renewed,
                new ChatServerMessage.Admitted(
                        new Secret(next),
                        renewed.id(),
                        sessions.profile(renewed),
                        renewed.choices(),
                        renewed.device().facts().name()));
    }

    private boolean holdsKey(Session session, TokenClaims claims, ChatClientMessage.Authenticate said, String nonce) {
        DeviceKey key = session.device().key();
        return key.thumbprint().equals(claims.keyThumbprint())
                && key.verifies(
                        DeviceKey.challengeBytes(
                                signer.serverId(), nonce, said.token().value()),
                        said.proof().value());
    }

    private Admission refuse(LogoutReason reason, CallerAddress from) {
        surroundings.log().note(SecurityEvent.PROOF_REFUSED, reason, from.text());
        return new Admission.LoggedOut(Logout.of(reason, Initiator.SYSTEM, surroundings.now()));
    }
}
