package coderbased.auth.passwords;

import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.Session;
import coderbased.http.CallerAddress;
import coderbased.protocol.ProblemReason;
import java.time.Duration;

/**
 * All limits on how often something may be tried. Thread-safe.
 *
 * <p>Tries of an address are counted by its network: a whole /64 for IPv6, because one household has many addresses
 * there. This very machine is not counted: its programs are its owner's. Wrong passwords of strangers are counted
 * twice, once for the account from that network and once, more generously, for the account from everywhere. What
 * strangers use up is theirs alone: a phone that is signed in has an allowance of its own, and so has a device whose
 * key the account knows; from a network that the account's phones know, only what was guessed there counts.
 */
public final class RateLimiters {

    private final RateLimiter passwordsNear;
    private final RateLimiter passwordsOfStrangers;
    private final RateLimiter passwordsOfDevices;
    private final RateLimiter passwordsOfSessions;
    private final RateLimiter signIns;
    private final RateLimiter signUps;
    private final RateLimiter codes;
    private final RateLimiter links;
    private final RateLimiter typedCodes;

    public RateLimiters(AuthContext now) {
        passwordsNear = new RateLimiter(10, Duration.ofMinutes(5), ProblemReason.PASSWORDS_TOO_MANY, now);
        passwordsOfStrangers = new RateLimiter(100, Duration.ofMinutes(15), ProblemReason.PASSWORDS_TOO_MANY, now);
        passwordsOfDevices = new RateLimiter(10, Duration.ofMinutes(5), ProblemReason.PASSWORDS_TOO_MANY, now);
        passwordsOfSessions = new RateLimiter(10, Duration.ofMinutes(5), ProblemReason.PASSWORDS_TOO_MANY, now);
        signIns = new RateLimiter(60, Duration.ofMinutes(10), ProblemReason.ATTEMPTS_TOO_MANY, now);
        signUps = new RateLimiter(20, Duration.ofHours(1), ProblemReason.ATTEMPTS_TOO_MANY, now);
        codes = new RateLimiter(30, Duration.ofMinutes(1), ProblemReason.ATTEMPTS_TOO_MANY, now);
        links = new RateLimiter(6, Duration.ofMinutes(12), ProblemReason.LINKS_TOO_MANY, now);
        typedCodes = new RateLimiter(5, Duration.ofMinutes(10), ProblemReason.TYPED_CODES_TOO_MANY, now);
    }

    /**
     * A password is about to be checked for somebody who wants to sign in. {@code who}: the account, or that there is
     * none.
     */
    Try signIn(String who, SignInAttempt attempt, Familiarity familiarity) {
        try {
            return signInHere(who, attempt.from(), familiarity);
        } catch (AuthRefused e) {
            if (familiarity.ofDevice()) {
                return passwordsOfDevices.tried(who + " " + attempt.key().thumbprint());
            }
            throw e;
        }
    }

    /** A password is about to be checked for a phone that has proven its session. */
    Try confirmation(Session phone) {
        return passwordsOfSessions.tried(phone.id());
    }

    private Try signInHere(String who, CallerAddress from, Familiarity familiarity) {
        // In this order: who is shut out already does not use up what everybody else has.
        Try here = from.connectedNetwork()
                .map(network -> passwordsNear.tried(who + " " + network))
                .orElse(() -> {});
        try {
            from.network().ifPresent(signIns::take);
            Try anywhere = passwordsOfStrangers.tried(who);
            return () -> {
                anywhere.doesNotCount();
                here.doesNotCount();
            };
        } catch (AuthRefused e) {
            if (familiarity.ofPlace()) {
                return here;
            }
            // Nothing was checked.
            here.doesNotCount();
            throw e;
        }
    }

    public void signUp(CallerAddress from) {
        from.network().ifPresent(signUps::take);
    }

    /** A desktop is about to be shown a code. */
    public void code(CallerAddress from) {
        from.network().ifPresent(codes::take);
    }

    /** A phone is about to claim a desktop. */
    public Try link(String accountId) {
        return links.tried(accountId);
    }

    /** Somebody typed a code that may be one, or a guess. */
    public Try typedCode(String accountId) {
        return typedCodes.tried(accountId);
    }

    /** Something that counts from its beginning, so that many at once do not pass together, until it turns out well. */
    public interface Try {

        void doesNotCount();
    }
}
