package coderbased.auth;

import coderbased.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A phone that lies about unlocked must not be enough to let a computer in: the person proves that it is theirs, unless
 * they did so a moment ago.
 */
final class PhoneUnlock {

    /** How long a password that was typed speaks for whoever holds the phone. */
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** How far the clocks of two nodes may be apart. */
    private static final Duration SKEW = Duration.ofSeconds(30);

    private final AuthStore store;
    private final PasswordDoor door;
    private final Surroundings surroundings;

    PhoneUnlock(AuthStore store, PasswordDoor door, Surroundings surroundings) {
        this.store = store;
        this.door = door;
        this.surroundings = surroundings;
    }

    /** Whether the phone's person typed their password on it a moment ago. */
    boolean isFresh(Session phone) {
        Instant now = surroundings.now();
        Instant since = now.minus(GOOD_FOR);
        // One from the future was typed before the clock was set back, nobody knows when.
        return store.passwordProof(phone.id())
                .filter(at -> !at.isBefore(since) && !at.isAfter(now.plus(SKEW)))
                .isPresent();
    }

    /**
     * Whether the phone is unlocked, by a moment ago or by what is presented now.
     *
     * @throws AuthRefused where what is presented is wrong
     */
    boolean opens(Session phone, @Nullable String password) {
        if (isFresh(phone)) {
            return true;
        }
        if (password == null) {
            return false;
        }
        Account account = store.account(phone.accountId()).orElseThrow();
        boolean right = door.confirms(phone, account, password)
                && store.provePassword(new Confirmation(phone.id(), account.passwordHash()), surroundings.now());
        if (!right) {
            throw AuthRefused.because(ErrorCode.WRONG_PASSWORD, "The password is wrong.");
        }
        return true;
    }
}
