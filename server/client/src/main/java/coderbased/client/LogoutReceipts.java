package coderbased.client;

import coderbased.client.keys.Credentials;
import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import coderbased.client.net.HttpCalls;
import coderbased.protocol.Logout;

/**
 * Confirms to the server that a session's data is gone from this device, so that the phone that logged it out can show
 * the time. A receipt that cannot be sent is lost: the credentials for it are gone too.
 *
 * <p>Way out 5.
 */
final class LogoutReceipts {

    private final AuthApi api;
    private final BackgroundCalls background;

    LogoutReceipts(HttpCalls http, BackgroundCalls background) {
        this.api = new AuthApi(http);
        this.background = background;
    }

    /** Sends the receipt for a session that has been wiped. */
    void send(Credentials wiped, Logout logout) {
        switch (logout.reason()) {
            // The server does not take this device for the token's owner, so it expects no receipt; another server must
            // not see the token.
            case TOKEN_INVALID, KEY_MISMATCH -> {}
            case PHONE_LOGGED_OUT,
                    PHONE_SESSION_EXPIRED,
                    SESSION_EXPIRED,
                    UNLINKED,
                    LOGGED_OUT_HERE,
                    ACCOUNT_BANNED,
                    ACCOUNT_DELETED,
                    PASSWORD_CHANGED,
                    TOKEN_REUSED -> background.runAlone(() -> api.receipt(wiped));
        }
    }
}
