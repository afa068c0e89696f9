package coderbased.bus;

import coderbased.outage.NetworkCause;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The cause of a failure of Redis.
 *
 * @param kind failures of one kind share a line in the log
 * @param reason a sentence that names the setting to change, without a password or a class's name
 */
record RedisCause(String kind, String reason) {

    private static final String AWAY = "away";

    /** Redis closes a connection on which it does not understand a word. */
    private static final String CLOSED =
            "Redis has closed the connection, or none was made. A port with TLS needs rediss:// in --bus.";

    /** Redis begins a refusal with a word for its kind. */
    private static final Map<String, String> REFUSALS = Map.of(
            "WRONGPASS", "Redis refuses the user or the password. Correct them in --bus.",
            "NOAUTH", "Redis asks for a password, and --bus has none. Write user:password@ before the host there.",
            "NOPERM",
                    "the user of --bus lacks a right in Redis. Give it: ACL SETUSER NAME &coderbased:* +publish"
                            + " +subscribe +unsubscribe +hello +ping.",
            "DENIED", "Redis accepts only programs on its own machine. Set a password there, and write it into --bus.",
            "LOADING", "Redis is starting.");

    /** Returns the cause of a failure; empty if it is a fault of this program. */
    static Optional<RedisCause> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RedisCommandExecutionException) {
                return Optional.of(refusal(String.valueOf(cause.getMessage())));
            }
            if (cause instanceof BusTrouble.TooSlow) {
                return Optional.of(new RedisCause("slow", cause.getMessage() + "."));
            }
            if (cause instanceof RedisCommandTimeoutException) {
                return Optional.of(network(NetworkCause.SILENT));
            }
        }
        return NetworkCause.of(failure)
                .map(RedisCause::network)
                .or(() -> failure instanceof RedisException || failure instanceof IOException
                        ? Optional.of(new RedisCause(AWAY, CLOSED))
                        : Optional.empty());
    }

    private static RedisCause refusal(String message) {
        String kind = message.split(" ", 2)[0];
        String text = message.lines().findFirst().orElse("");
        return new RedisCause(kind, REFUSALS.getOrDefault(kind, "Redis refuses a command: " + text));
    }

    private static RedisCause network(NetworkCause cause) {
        return switch (cause) {
            case HOST_UNKNOWN -> new RedisCause(AWAY, cause.words() + ". Correct the host in --bus.");
            case REFUSED -> new RedisCause(AWAY, cause.words() + ". Start Redis, or correct the address in --bus.");
            case SILENT ->
                new RedisCause(
                        AWAY,
                        cause.words() + ". Correct the address in --bus; a port with TLS needs rediss://, one without"
                                + " it redis://.");
            case EXPIRED -> new RedisCause(cause.name(), cause.words() + ". Renew it on the host of Redis.");
            case OTHER_NAME -> new RedisCause(cause.name(), cause.words() + ". Use that name in --bus.");
            case UNTRUSTED ->
                new RedisCause(cause.name(), cause.words() + ". Name the authority's certificate with --bus-ca.");
            case NO_TLS, TLS_REFUSED ->
                new RedisCause(cause.name(), cause.words() + ". A port without TLS needs redis:// in --bus.");
        };
    }
}
