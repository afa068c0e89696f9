package coderbased.client.keys;

import java.util.Optional;

/**
 * Stores a device's token and private key between starts, readable by their owner only. Thread-safe; calls may block
 * while the system asks the user to unlock the keychain.
 *
 * <p>A save is atomic: after a crash the store holds either the old or the new value, never a part of one.
 */
public interface CredentialStore {

    /**
     * Returns the stored login. A damaged login is set aside, not deleted; one that cannot be read now is left
     * untouched.
     */
    KeptLogin load();

    /**
     * Stores the login in place of the previous one.
     *
     * @throws RuntimeException if it cannot be stored
     */
    void save(Credentials credentials);

    /** Returns a message for the user if no login can be stored here now; empty if one can. */
    default Optional<String> saveProblem() {
        return Optional.empty();
    }

    /** Deletes the login for good. */
    void wipe();

    /**
     * Sets aside a login that cannot be read now, so that a new one does not overwrite it. {@link #replaced} finds it.
     *
     * @throws RuntimeException if it cannot be moved
     */
    void setAside();

    /** Returns the login that was set aside. Never asks the user to unlock anything. */
    KeptLogin replaced();

    /** Deletes the login that was set aside, because its session has ended. */
    void forgetReplaced();
}
