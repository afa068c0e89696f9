package coderbased.client;

import java.util.Optional;

/**
 * Keeps a device's token and private key between starts, readable by its owner only.
 *
 * <p>A save is atomic: after a crash either the old or the new value is there, never half of one.
 */
public interface CredentialStore {

    /** What was kept; empty for nothing. What can not be read is set aside, not deleted, and counts as nothing. */
    Optional<Credentials> load();

    void save(Credentials credentials);

    /** Wipes; nothing of it can be loaded any more. */
    void wipe();
}
