package coderbased.client.net;

import static coderbased.client.messages.ClientMessages.MESSAGES;

import javax.net.ssl.SSLException;

/** The client's own messages to the user about network failures. */
public final class Sentences {

    private Sentences() {}

    static String connectionLost() {
        return MESSAGES.text("connection.lost");
    }

    /** Returns the message for a server that does not answer in time. */
    public static String noAnswer() {
        return MESSAGES.text("connection.noAnswer");
    }

    /** Returns the message for an answer that does not follow the protocol. */
    public static String notUnderstood() {
        return MESSAGES.text("connection.notUnderstood");
    }

    static String unexpected() {
        return MESSAGES.text("connection.unexpected");
    }

    static String unreachable(ServerAddress server) {
        return MESSAGES.text("connection.unreachable", "server", server);
    }

    static String notOurs(ServerAddress server, int status) {
        return MESSAGES.text("connection.notOurs", "server", server, "status", Integer.toString(status));
    }

    static String untrusted(ServerAddress server) {
        return MESSAGES.text("connection.untrusted", "server", server);
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
