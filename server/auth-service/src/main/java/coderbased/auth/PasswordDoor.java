package coderbased.auth;

import java.util.Optional;

/**
 * Where passwords are asked for: counts the wrong ones, and takes as long and answers the same for an account that does
 * not exist. Thread-safe; calls block.
 */
final class PasswordDoor {

    /** Stands for every text that no account can have as its handle: the text itself is never a key. */
    private static final String NO_HANDLE = "";

    private final Passwords passwords;
    private final Allowances allowances;

    PasswordDoor(Passwords passwords, Allowances allowances) {
        this.passwords = passwords;
        this.allowances = allowances;
    }

    /**
     * Somebody wants to sign in.
     *
     * @throws AuthRefused where very many from that network wanted to lately
     */
    void knock(CallerAddress from) {
        allowances.signIn(from);
    }

    /** The hash of a password that somebody chose. */
    String hash(String chosen) {
        return passwords.hash(chosen);
    }

    /**
     * Whether that is the account's password.
     *
     * @param handle what was typed
     * @param account the one with that handle; empty where there is none
     * @throws AuthRefused where too many were wrong lately
     */
    boolean opens(String handle, Optional<Account> account, String presented, CallerAddress from) {
        String who = account.map(Account::handle).or(() -> PersonText.handle(handle)).orElse(NO_HANDLE);
        Allowances.Try tried = allowances.password(who, from);
        boolean right =
                passwords.check(presented, account.map(Account::passwordHash).orElse(""));
        if (right) {
            tried.doesNotCount();
        }
        return right;
    }
}
