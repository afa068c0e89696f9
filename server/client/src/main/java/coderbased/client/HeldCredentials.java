package coderbased.client;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.protocol.Profile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Credentials of the current session, in memory and in the store. Changed on the client thread; readable from any.
 *
 * <p>If the store fails, the credentials in memory stay those that a restart would find. The server accepts an old
 * token until the renewed one is used; an old token <em>after</em> the renewed one looks like a copy.
 *
 * <p>Another window of the profile may have stored a login of its own. Each window changes and deletes only the login
 * of its own session; one that finds another there keeps its own in memory.
 *
 * <p>Way out 4.
 */
final class HeldCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(HeldCredentials.class);

    private final CredentialStore store;
    private boolean isUnstorable;
    private volatile boolean isTemporary;
    private volatile @Nullable Credentials current;
    private @Nullable Credentials leftOver;

    HeldCredentials(CredentialStore store) {
        this.store = store;
    }

    /** Loads the stored login at the start. The server's challenge tells if it is one of that server. */
    KeptLogin load() {
        KeptLogin kept = store.load();
        isUnstorable = false;
        if (kept instanceof KeptLogin.NotThere) {
            Optional<String> problem = store.saveProblem();
            isUnstorable = problem.isPresent();
            kept = problem.<KeptLogin>map(KeptLogin.Unstorable::new).orElse(kept);
        }
        current = kept instanceof KeptLogin.Found(Credentials found) ? found : null;
        return kept;
    }

    /**
     * Sets aside a login that cannot be read, so that a new one does not overwrite it. Where none can be stored, the
     * next one lasts until the program ends. Returns the resulting event.
     */
    SessionEvent setAside() {
        if (isUnstorable) {
            return new SessionEvent.NewLoginWanted();
        }
        try {
            store.setAside();
            return new SessionEvent.NewLoginWanted();
        } catch (RuntimeException e) {
            LOG.error("Could not set the saved login aside; a new login would overwrite it", e);
            return new SessionEvent.LoginRead(new KeptLogin.Unavailable(MESSAGES.text("login.unmoved")));
        }
    }

    /**
     * Takes the stored login of that server, and keeps the present one for its own server. A login that is nowhere but
     * in memory has to be ended instead.
     */
    KeptLogin switchTo(String serverId) {
        current = null;
        try {
            KeptLogin kept = store.switchTo(serverId);
            if (kept instanceof KeptLogin.Found(Credentials found)) {
                current = found;
            }
            return kept instanceof KeptLogin.NotThere
                    ? new KeptLogin.SetAside(MESSAGES.text("login.ofOtherServer"))
                    : kept;
        } catch (RuntimeException e) {
            LOG.error("Could not keep the login of another server apart; nothing was changed", e);
            return new KeptLogin.Unavailable(MESSAGES.text("login.unmoved"));
        }
    }

    /**
     * Reloads the login: another window of the same profile may have renewed the token. An outdated token would look
     * like a copy to the server. The login of another session is not taken over.
     */
    void reload() {
        Credentials own = current;
        if (own != null
                && store.load(own.serverId()) instanceof KeptLogin.Found(Credentials newest)
                && isSame(own, newest)) {
            current = newest;
        }
    }

    Optional<Credentials> get() {
        return Optional.ofNullable(current);
    }

    /**
     * Returns the credentials.
     *
     * @throws IllegalStateException if there are none
     */
    Credentials require() {
        return get().orElseThrow(() -> new IllegalStateException("not signed in"));
    }

    /** Returns the account of the session; null if there is no session. */
    @Nullable
    Profile profile() {
        return get().map(Credentials::profile).orElse(null);
    }

    /** True if the login is nowhere but in memory: a restart would not find it. */
    boolean isTemporary() {
        return isTemporary;
    }

    /** Stores the credentials of a new session. If that fails, they last until the program ends. */
    void begin(Credentials fresh) {
        current = fresh;
        KeptLogin kept = isUnstorable ? new KeptLogin.NotThere() : store.load(fresh.serverId());
        isTemporary = isUnstorable || kept instanceof KeptLogin.Unavailable || isOfAnother(fresh, kept) || !save(fresh);
    }

    /**
     * Stores the renewed token, and uses it then if that succeeds. A temporary login is never stored later: its chat
     * has no place for messages that wait. One that another window has replaced in the store becomes temporary.
     */
    void renew(Credentials next) {
        isTemporary = isTemporary || isOfAnother(require(), store.load(next.serverId()));
        if (isTemporary || save(next)) {
            current = next;
        }
    }

    /** Deletes the credentials; false if they are gone from memory only. */
    boolean wipe() {
        Credentials own = current;
        boolean isElsewhere = own != null && isElsewhere(own);
        current = null;
        isTemporary = false;
        if (own == null || isElsewhere) {
            return true;
        }
        try {
            store.wipe(own.serverId());
            return true;
        } catch (RuntimeException e) {
            leftOver = own;
            LOG.error("Could not remove the saved login. The server no longer accepts it; delete the file by hand", e);
            return false;
        }
    }

    /** True if the store does not hold this login, so that there is nothing to delete. */
    private boolean isElsewhere(Credentials own) {
        if (isUnstorable) {
            return true;
        }
        KeptLogin kept = store.load(own.serverId());
        return isOfAnother(own, kept) || isTemporary && !(kept instanceof KeptLogin.Found);
    }

    /** True if that is the login of another session, which a window beside this one uses. */
    private boolean isOfAnother(Credentials own, KeptLogin kept) {
        Credentials ended = leftOver;
        return kept instanceof KeptLogin.Found(Credentials stored)
                && !isSame(own, stored)
                && (ended == null || !isSame(ended, stored));
    }

    private static boolean isSame(Credentials one, Credentials other) {
        return one.sessionId().equals(other.sessionId()) && one.serverId().equals(other.serverId());
    }

    private boolean save(Credentials next) {
        try {
            store.save(next);
            return true;
        } catch (RuntimeException e) {
            LOG.error("Could not save the login; it may be missing after a restart", e);
            return false;
        }
    }
}
