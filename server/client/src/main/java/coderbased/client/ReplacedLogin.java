package coderbased.client;

import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.Credentials;
import coderbased.client.keys.KeptLogin;
import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.ProblemException;

/**
 * Ends the session of a login that could not be read and was replaced, as soon as it can be read. Otherwise that
 * session would stay open on the server until it expires. Tried after each new login and each admission. The login of
 * another server waits until that server admits this device.
 */
final class ReplacedLogin {

    private final CredentialStore store;
    private final AuthApi api;
    private final BackgroundCalls background;

    ReplacedLogin(CredentialStore store, AuthApi api, BackgroundCalls background) {
        this.store = store;
        this.api = api;
        this.background = background;
    }

    /**
     * Ends the session on another thread, if the login can be read.
     *
     * @param present the login that replaced it; if both belong to one session, nothing ends
     */
    void end(Credentials present) {
        background.runAlone(() -> {
            if (store.replaced() instanceof KeptLogin.Found(Credentials old)
                    && old.serverId().equals(present.serverId())) {
                if (!old.sessionId().equals(present.sessionId())) {
                    endSession(old);
                }
                store.forgetReplaced();
            }
        });
    }

    /** @throws ProblemException if the server could not be reached; the next start tries again */
    private void endSession(Credentials old) {
        try {
            api.endSession(old);
        } catch (ProblemException e) {
            switch (e.problem().code()) {
                case TRY_LATER, SLOW_DOWN, INTERNAL -> throw e;
                default -> {}
            }
        }
    }
}
