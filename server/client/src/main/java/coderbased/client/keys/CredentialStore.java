package coderbased.client.keys;

/**
 * Keeps a device's token and private key between starts, readable by its owner only. Thread-safe; calls may block while the
 * system asks the person to unlock its keychain.
 *
 * <p>A save is atomic: after a crash either the old or the new value is there, never half of one.
 */
public interface CredentialStore {

    /** Returns what was kept. What is no login any more is set aside, not deleted; what cannot be read now is not touched. */
    KeptLogin load();

    /**
     * Keeps the login in place of whatever was kept.
     *
     * @throws RuntimeException where it cannot be kept
     */
    void save(Credentials credentials);

    /** Wipes; nothing of it can be loaded any more. */
    void wipe();

    /**
     * Puts a login that cannot be read now out of the way of a new one. It is kept, for {@link #replaced}.
     *
     * @throws RuntimeException where it cannot be moved
     */
    void setAside();

    /** Returns the login that was put out of the way. Never asks the person to unlock anything. */
    KeptLogin replaced();

    /** Deletes the login that was put out of the way: its session has ended. */
    void forgetReplaced();
}
