package coderbased.auth.passwords;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthContext;
import coderbased.auth.session.AuthRefused;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.Confirmation;
import coderbased.auth.session.Session;
import coderbased.protocol.ProblemReason;
import coderbased.protocol.Secret;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The check that an unlocked phone is in its owner's hands: an approval needs the password unless it was typed a moment
 * ago.
 */
public final class PhoneUnlock {

    /** Time for which a typed password counts for the phone. */
    public static final Duration VALIDITY = Duration.ofMinutes(5);

    /** Allowed difference between the clocks of two nodes. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final AuthStore store;
    private final PasswordAuthenticator door;
    private final AuthContext surroundings;

    public PhoneUnlock(AuthStore store, PasswordAuthenticator door, AuthContext surroundings) {
        this.store = store;
        this.door = door;
        this.surroundings = surroundings;
    }

    /** True if the password was typed on the phone a moment ago. */
    public boolean isFresh(Session phone) {
        Instant now = surroundings.now();
        Instant since = now.minus(VALIDITY);
        // One from the future was typed before the clock was set back, nobody knows when.
        return store.passwordProof(phone.id())
                .filter(at -> !at.isBefore(since) && !at.isAfter(now.plus(SKEW)))
                .isPresent();
    }

    /**
     * True if the password was typed a moment ago or is presented now.
     *
     * @throws AuthRefused if the presented password is wrong
     */
    public boolean opens(Session phone, @Nullable Secret password) {
        if (isFresh(phone)) {
            return true;
        }
        if (password == null) {
            return false;
        }
        Account account = store.account(phone.accountId()).orElseThrow();
        boolean right = door.confirms(phone, account, password.value())
                && store.provePassword(new Confirmation(phone.id(), account.passwordHash()), surroundings.now());
        if (!right) {
            throw AuthRefused.because(ProblemReason.PASSWORD_WRONG);
        }
        return true;
    }
}
