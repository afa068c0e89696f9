package coderbased.client;

import coderbased.client.net.AuthApi;
import coderbased.client.net.BackgroundCalls;
import java.time.Duration;

/** End of a session that no restart would find: a login that could not be saved. */
final class TemporaryLogin {

    /** Longest time that the end of the program waits for the server. */
    private static final Duration LOGOUT_TIME = Duration.ofSeconds(3);

    private TemporaryLogin() {}

    /** Ends the session on the server, if it can be reached in time. Blocks. */
    static void end(HeldCredentials credentials, AuthApi api, BackgroundCalls background) {
        if (!credentials.isTemporary()) {
            return;
        }
        credentials.get().ifPresent(held -> {
            try {
                background.runAlone(() -> api.endSession(held)).join(LOGOUT_TIME);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
