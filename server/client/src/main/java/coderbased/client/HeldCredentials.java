package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.protocol.Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The credentials of the present session, in memory and in the store. Changed on the client's own thread; read from
 * any.
 *
 * <p>Where the store fails, what is presented next is what a restart would find: a server that renewed a token takes
 * the old one until the new one is used, but takes the old one <em>after</em> the new one for a copy.
 */
final class HeldCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(HeldCredentials.class);

    private final CredentialStore store;
    private volatile @Nullable Credentials current;

    HeldCredentials(CredentialStore store) {
        this.store = store;
    }

    /** Loads what there was at the start. */
    KeptLogin load() {
        KeptLogin kept = store.load();
        current = kept instanceof KeptLogin.Found(Credentials found) ? found : null;
        return kept;
    }

    /** Puts a login that cannot be read out of the way of a new one. Returns what that leads to. */
    SessionEvent setAside() {
        try {
            store.setAside();
            return new SessionEvent.NewLoginWanted();
        } catch (RuntimeException e) {
            LOG.error("Could not set the saved login aside; a new login would overwrite it", e);
            return new SessionEvent.LoginRead(
                    new KeptLogin.Unavailable(
                            "The saved login could not be moved aside. Check that the disk has space and that you can write to it."));
        }
    }

    /**
     * What there is now: another window of the same profile may have renewed the token meanwhile, and ours is then a
     * superseded one, which the server would take for a copy.
     */
    void reload() {
        if (store.load() instanceof KeptLogin.Found(Credentials newest)) {
            current = newest;
        }
    }

    Optional<Credentials> get() {
        return Optional.ofNullable(current);
    }

    /**
     * The same, where there have to be some.
     *
     * @throws IllegalStateException where there are none
     */
    Credentials require() {
        return get().orElseThrow(() -> new IllegalStateException("not signed in"));
    }

    /** Whose session it is; null without one. */
    @Nullable
    Profile profile() {
        return get().map(Credentials::profile).orElse(null);
    }

    /** A new session's. They are used even where they can not be kept: then they last as long as the program runs. */
    void begin(Credentials fresh) {
        current = fresh;
        save(fresh);
    }

    /** The same session's with its next token, from now on, if they could be kept. */
    void renew(Credentials next) {
        if (save(next)) {
            current = next;
        }
    }

    /** Nothing is left of them; false where they are gone from memory only. */
    boolean wipe() {
        current = null;
        try {
            store.wipe();
            return true;
        } catch (RuntimeException held) {
            LOG.error(
                    "Could not remove the saved login. The server no longer accepts it; delete the file by hand", held);
            return false;
        }
    }

    private boolean save(Credentials next) {
        try {
            store.save(next);
            return true;
        } catch (RuntimeException full) {
            LOG.error("Could not save the login; it may be missing after a restart", full);
            return false;
        }
    }
}
