package coderbased.client;

import java.util.Optional;

/** Keeps credentials as long as the test runs. */
final class MemoryCredentialStore implements CredentialStore {

    private volatile Credentials kept;
    private volatile boolean full;

    static MemoryCredentialStore empty() {
        return new MemoryCredentialStore();
    }

    static MemoryCredentialStore with(Credentials credentials) {
        MemoryCredentialStore store = new MemoryCredentialStore();
        store.kept = credentials;
        return store;
    }

    /** Every save fails from now on. */
    void fillUp() {
        full = true;
    }

    @Override
    public Optional<Credentials> load() {
        return Optional.ofNullable(kept);
    }

    @Override
    public void save(Credentials credentials) {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        kept = credentials;
    }

    @Override
    public void wipe() {
        kept = null;
    }
}
