package coderbased.client.keys;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Credential store in memory. */
public final class MemoryCredentialStore implements CredentialStore {

    private volatile Credentials kept;
    private volatile Credentials aside;
    private final Map<String, Credentials> others = new ConcurrentHashMap<>();
    private volatile String locked;
    private volatile boolean full;

    public static MemoryCredentialStore empty() {
        return new MemoryCredentialStore();
    }

    public static MemoryCredentialStore with(Credentials credentials) {
        MemoryCredentialStore store = new MemoryCredentialStore();
        store.kept = credentials;
        return store;
    }

    /** Makes every save fail from now on. */
    public void fillUp() {
        full = true;
    }

    /** Makes every save succeed again. */
    public void makeRoom() {
        full = false;
    }

    /** Makes the login unreadable from now on, for that reason; null makes it readable again. */
    public void lock(String why) {
        locked = why;
    }

    /** Returns the login that a restart would find. */
    public Optional<Credentials> login() {
        return Optional.ofNullable(kept);
    }

    @Override
    public KeptLogin load() {
        return locked != null && kept != null ? new KeptLogin.Unavailable(locked) : login(kept);
    }

    @Override
    public KeptLogin load(String serverId) {
        return kept == null || kept.serverId().equals(serverId) ? load() : login(others.get(serverId));
    }

    @Override
    public KeptLogin switchTo(String serverId) {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        if (kept != null && !kept.serverId().equals(serverId)) {
            others.put(kept.serverId(), kept);
            kept = null;
        }
        kept = kept == null ? others.remove(serverId) : kept;
        return load();
    }

    @Override
    public void setAside() {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        aside = kept;
        kept = null;
    }

    @Override
    public KeptLogin replaced() {
        return locked != null ? new KeptLogin.Unavailable(locked) : login(aside);
    }

    @Override
    public void forgetReplaced() {
        aside = null;
    }

    private static KeptLogin login(Credentials credentials) {
        return credentials == null ? new KeptLogin.NotThere() : new KeptLogin.Found(credentials);
    }

    @Override
    public void save(Credentials credentials) {
        if (full) {
            throw new IllegalStateException("the disk is full");
        }
        kept = credentials;
    }

    @Override
    public void wipe(String serverId) {
        kept = null;
    }
}
