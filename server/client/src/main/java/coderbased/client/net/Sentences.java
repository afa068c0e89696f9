package coderbased.client.net;

import javax.net.ssl.SSLException;

/** What the client itself has to say to the person when the network does not work. */
public final class Sentences {

    static final String CONNECTION_LOST = "The connection to the server was lost.";
    public static final String NO_ANSWER = "The server does not answer.";
    public static final String NOT_UNDERSTOOD =
            "The server answered in a way that this app does not understand. Is the app up to date?";

    static final String MISTAKE = "Something went wrong in this app. Try again.";

    private Sentences() {}

    static String unreachable(ServerAddress server) {
        return "The server at " + server + " can not be reached. Is it running, and this machine online?";
    }

    static String notOurs(ServerAddress server, int status) {
        return "What answers at " + server + " is no Coderbased Chat server, or a busy one (HTTP " + status
                + "). Is the address right?";
    }

    static String untrusted(ServerAddress server) {
        return "The certificate of the server at " + server + " is not one that this machine trusts.";
    }

    /** Why a connection could not be made. */
    static String cannotConnect(ServerAddress server, Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return untrusted(server);
            }
        }
        return unreachable(server);
    }
}
