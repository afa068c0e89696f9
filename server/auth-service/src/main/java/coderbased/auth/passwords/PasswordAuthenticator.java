package coderbased.auth.passwords;

import coderbased.auth.session.Account;
import coderbased.auth.session.AuthStore;
import coderbased.auth.session.DisplayNameRules;
import coderbased.auth.session.Session;
import coderbased.http.CallerAddress;
import coderbased.protocol.Secret;
import java.util.Optional;

/**
 * Checks passwords: counts wrong ones, and takes the same time and gives the same answer for an account that does not
 * exist. Whoever is known waits in no queue of strangers, neither for an attempt nor for the hash. Thread-safe; calls
 * block.
 */
public final class PasswordAuthenticator {

    /** Stands for every text that no account can have as its handle: the text itself is never a key. */
    private static final String NO_HANDLE = "";

    private final Passwords passwords;
    private final RateLimiters allowances;
    private final AuthStore store;

    public PasswordAuthenticator(Passwords passwords, RateLimiters allowances, AuthStore store) {
        this.passwords = passwords;
        this.allowances = allowances;
        this.store = store;
    }

    /**
     * Counts a new account.
     *
     * @throws coderbased.auth.session.AuthRefused if too many were made from there lately
     */
    public void requireSignUp(CallerAddress from) {
        allowances.signUp(from);
    }

    /** Returns the hash of a password that somebody chose who is not signed in yet. */
    public String hash(String chosen) {
        return passwords.hash(chosen, () -> false);
    }

    /** Returns the hash of a password that was chosen on a phone whose person has just typed the old one. */
    public String hashOnPhone(String chosen) {
        return passwords.hash(chosen, () -> true);
    }

    /**
     * True if that is the password of the account that somebody wants to sign in to.
     *
     * @param account the one with the handle that was typed; empty if there is none
     * @throws coderbased.auth.session.AuthRefused if too many were wrong lately
     */
    public boolean letsIn(SignInAttempt attempt, Optional<Account> account, String presented) {
        String who = account.map(Account::handle)
                .or(() -> DisplayNameRules.handle(attempt.handle()))
                .orElse(NO_HANDLE);
        Familiarity familiarity = new Familiarity(store, account, attempt);
        RateLimiters.Try tried = allowances.signIn(who, attempt, familiarity);
        String hash = account.map(Account::passwordHash).map(Secret::value).orElse("");
        return counted(tried, passwords.check(presented, hash, () -> familiarity.ofPlace() || familiarity.ofDevice()));
    }

    /**
     * True if that is the password of the account that a phone is signed in to.
     *
     * @throws coderbased.auth.session.AuthRefused if too many were wrong on this phone lately
     */
    public boolean confirms(Session phone, Account account, String presented) {
        RateLimiters.Try tried = allowances.confirmation(phone);
        return counted(tried, passwords.check(presented, account.passwordHash().value(), () -> true));
    }

    private static boolean counted(RateLimiters.Try tried, boolean right) {
        if (right) {
            tried.doesNotCount();
        }
        return right;
    }
}
