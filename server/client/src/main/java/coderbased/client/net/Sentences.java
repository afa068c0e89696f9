package coderbased.client.net;

import javax.net.ssl.SSLException;

/** The client's own messages to the user about network failures. */
public final class Sentences {

    static final String CONNECTION_LOST = "The connection to the server was lost.";
    public static final String NO_ANSWER = "The server is not responding.";
    public static final String NOT_UNDERSTOOD =
            "The server sent a response that this app does not understand. Check that the app is up to date.";

    static final String UNEXPECTED = "Something went wrong in this app. Try again.";

    private Sentences() {}

    static String unreachable(ServerAddress server) {
        return "The server at " + server
                + " cannot be reached. Check that it is running and that this device is online.";
    }

    static String notOurs(ServerAddress server, int status) {
        return server + " did not answer like a Coderbased Chat server (HTTP " + status
                + "). Check the address, or try again later.";
    }

    static String untrusted(ServerAddress server) {
        return "This device does not trust the certificate of the server at " + server + ".";
    }

    /** Returns the message for a connection that could not be made. */
    static String cannotConnect(ServerAddress server, Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return untrusted(server);
            }
        }
        return unreachable(server);
    }
}
