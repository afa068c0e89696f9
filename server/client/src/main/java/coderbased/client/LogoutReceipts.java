package coderbased.client;

import coderbased.client.keys.Credentials;
import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.HttpCalls;
import coderbased.protocol.Logout;

/**
 * Tells the server that nothing of a session is left here, so that the phone that logged it out reads when that was done. Who
 * can not be told is not told later: nothing is left here to tell it with.
 */
final class LogoutReceipts {

    private final AuthApi api;
    private final BackgroundCalls errands;

    LogoutReceipts(HttpCalls http, BackgroundCalls errands) {
        this.api = new AuthApi(http);
        this.errands = errands;
    }

    /** The session of {@code wiped} is over by {@code logout}, and wiped. */
    void send(Credentials wiped, Logout logout) {
        switch (logout.reason()) {
            // What the server does not take for a login of its own is nothing it waits for; another server must not see
            // it.
            case TOKEN_INVALID, KEY_MISMATCH -> {}
            case PHONE_LOGGED_OUT,
                    PHONE_SESSION_EXPIRED,
                    SESSION_EXPIRED,
                    UNLINKED,
                    LOGGED_OUT_HERE,
                    ACCOUNT_BANNED,
                    ACCOUNT_DELETED,
                    PASSWORD_CHANGED,
                    TOKEN_REUSED -> errands.runAlone(() -> api.receipt(wiped));
        }
    }
}
