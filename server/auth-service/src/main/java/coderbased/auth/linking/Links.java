package coderbased.auth.linking;

import coderbased.auth.passwords.PhoneUnlock;
import coderbased.auth.passwords.RateLimiters;
import coderbased.auth.session.Account;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Session;
import coderbased.auth.session.SessionRow;
import coderbased.http.CallerAddress;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.Base32;
import coderbased.protocol.GuestToken;
import coderbased.protocol.LinkChoices;
import coderbased.protocol.LinkEnd;
import coderbased.protocol.LinkStatus;
import coderbased.protocol.Logout;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A phone's side of linking: finds the node that holds the guest and asks it. Once a web session is stored, its row
 * answers, on any node and after a restart too.
 *
 * <p>Hop 4 of the Guest Token's way.
 */
public final class Links {

    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int TYPED_CHARS = 8;

    /** The longest way to midnight, on a day that the clocks are set back, and how wrong a phone's clock may be. */
    private static final Duration MAX_GRANT = Duration.ofHours(26);

    private final AuthStore store;
    private final GuestRpc calls;
    private final RateLimiters allowances;
    private final PhoneUnlock unlock;
    private final AuthContext surroundings;

    public Links(
            AuthStore store, GuestRpc calls, RateLimiters allowances, PhoneUnlock unlock, AuthContext surroundings) {
        this.store = store;
        this.calls = calls;
        this.allowances = allowances;
        this.unlock = unlock;
        this.surroundings = surroundings;
    }

    /** Claims a code for a phone that scanned it, or whose person typed it. */
    public AuthHttp.LinkOffer claim(Session phone, AuthHttp.ClaimCode said, CallerAddress from) {
        if ((said.guestToken() == null) == (said.typedCode() == null)) {
            throw AuthRefused.because(ProblemReason.CODE_MISSING);
        }
        Account account = store.account(phone.accountId()).orElseThrow();
        GuestRequest.Claimant by = new GuestRequest.Claimant(
                account.id(), account.name(), phone.id(), from.certain() ? from.text() : null);
        RateLimiters.Try linking = allowances.link(account.id());
        try {
            AuthHttp.LinkOffer offer = said.guestToken() == null
                    ? claimTyped(said.typedCode().value(), by)
                    : claimScanned(said.guestToken().value(), by);
            return offer.needsPassword() && unlock.isFresh(phone) ? withoutPassword(offer) : offer;
        } catch (AuthRefused e) {
            linking.doesNotCount();
            throw e;
        }
    }

    /** Returns the state of a link. */
    public LinkStatus status(Session phone, String linkId) {
        return stored(phone, linkId)
                .orElseGet(() -> standing(ask(linkId, new GuestRequest.AskStatus(linkId, phone.id()))));
    }

    /** Approves a link. A second call answers the same. */
    public LinkStatus approve(Session phone, String linkId, AuthHttp.Approval said) {
        LinkChoices choices = said.choices();
        requireSensible(choices);
        GrantedLink grant =
                new GrantedLink(choices, said.deviceName() == null ? null : DisplayNameRules.name(said.deviceName()));
        return stored(phone, linkId).orElseGet(() -> {
            boolean unlocked = unlock.opens(phone, said.password());
            return standing(ask(linkId, new GuestRequest.Approve(linkId, phone.id(), grant, unlocked)));
        });
    }

    /** Denies a link. */
    public LinkStatus deny(Session phone, String linkId) {
        return stored(phone, linkId).orElseGet(() -> standing(ask(linkId, new GuestRequest.Deny(linkId, phone.id()))));
    }

    /** "Until tonight" is said by the phone as a moment, for it alone knows when its night begins. */
    private void requireSensible(LinkChoices choices) {
        Instant until = choices.until();
        Instant now = surroundings.now();
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(MAX_GRANT)))) {
            throw AuthRefused.because(ProblemReason.LINK_END_TIME);
        }
    }

    private static AuthHttp.LinkOffer withoutPassword(AuthHttp.LinkOffer offer) {
        return new AuthHttp.LinkOffer(
                offer.linkId(),
                offer.claimed(),
                offer.address(),
                offer.sameNetwork(),
                offer.checkNumber(),
                offer.expiresInMillis(),
                false);
    }

    private AuthHttp.LinkOffer claimScanned(String text, GuestRequest.Claimant by) {
        GuestToken token = GuestToken.parse(text).orElseThrow(() -> AuthRefused.because(ProblemReason.CODE_UNREADABLE));
        return offer(calls.ask(token.node(), new GuestRequest.ClaimScanned(new Secret(token.id()), by), DEADLINE)
                .join());
    }

    private AuthHttp.LinkOffer claimTyped(String text, GuestRequest.Claimant by) {
        RateLimiters.Try typing = allowances.typedCode(by.accountId());
        Optional<String> code = Base32.normalise(text).filter(typed -> typed.length() == TYPED_CHARS);
        GuestResponse answer = code.isEmpty()
                ? new GuestResponse.NotHere()
                : calls.askAll(new GuestRequest.ClaimTyped(new Secret(code.get()), by), DEADLINE)
                        .join();
        if (answer instanceof GuestResponse.NotHere) {
            throw AuthRefused.because(ProblemReason.CODE_NOT_SHOWN);
        }
        typing.doesNotCount();
        return offer(answer);
    }

    private static AuthHttp.LinkOffer offer(GuestResponse answer) {
        return switch (answer) {
            case GuestResponse.Offered offered -> offered.offer();
            case GuestResponse.Refused refused -> throw new AuthRefused(refused.problem());
            case GuestResponse.NotHere nobody -> throw AuthRefused.because(ProblemReason.CODE_EXPIRED);
            case GuestResponse.Standing other -> throw new IllegalStateException("a claim was answered with a status");
        };
    }

    private GuestResponse ask(String linkId, GuestRequest question) {
        // A link is named like a guest: its node, then 128 random bits.
        return GuestToken.parse(linkId)
                .map(name -> calls.ask(name.node(), question, DEADLINE).join())
                .orElseThrow(() -> AuthRefused.because(ProblemReason.LINK_UNKNOWN));
    }

    private static LinkStatus standing(GuestResponse answer) {
        return switch (answer) {
            case GuestResponse.Standing standing -> standing.status();
            case GuestResponse.Refused refused -> throw new AuthRefused(refused.problem());
            // The node went, and with it the desktop's connection.
            case GuestResponse.NotHere gone -> throw AuthRefused.because(ProblemReason.DESKTOP_GONE);
            case GuestResponse.Offered other -> throw new IllegalStateException("a status was answered with an offer");
        };
    }

    /** Returns the link's state by the web session's row, if there is one already. */
    private Optional<LinkStatus> stored(Session phone, String linkId) {
        return store.sessionOfLink(linkId)
                .filter(row -> phone.id().equals(row.session().phone()))
                .map(row -> rowStatus(linkId, row));
    }

    private static LinkStatus rowStatus(String linkId, SessionRow row) {
        Logout ended = row.ended();
        if (row.session().use().admittedAt() != null) {
            return LinkStatus.linked(linkId, row.session().device().facts());
        }
        return ended == null
                ? new LinkStatus(linkId, LinkStatus.Step.APPROVED, null, null)
                : LinkStatus.ended(linkId, LinkEnd.DESKTOP_GONE);
    }
}
