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
     * Returns the login that was used last, or one of another server if that one is gone. A damaged login is set aside,
     * not deleted; one that cannot be read now is left untouched.
     */
    KeptLogin load();

    /** Returns the login of that server, as {@link #load()} does. */
    KeptLogin load(String serverId);

    /**
     * Makes the login of that server the one used last, and keeps the present one for its own server. Returns the login
     * of that server.
     *
     * @throws RuntimeException if they cannot be moved; nothing is lost
     */
    KeptLogin switchTo(String serverId);

    /**
     * Stores the login in place of the previous one of its server.
     *
     * @throws RuntimeException if it cannot be stored
     */
    void save(Credentials credentials);

    /** Returns a message for the user if no login can be stored here now; empty if one can. */
    default Optional<String> saveProblem() {
        return Optional.empty();
    }

    /** Deletes the login of that server for good. */
    void wipe(String serverId);

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
