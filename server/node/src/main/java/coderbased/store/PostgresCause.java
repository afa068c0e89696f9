package coderbased.store;

import coderbased.outage.NetworkCause;
import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.GT;

/**
 * The causes for which a PostgreSQL database cannot be used, each as the rest of a sentence that says what to do. They
 * are told apart by SQLSTATE, because the database speaks the language of its operator.
 */
final class PostgresCause {

    private static final String NO_TLS = "The server does not support SSL.";
    private static final String NAME_CHECK = "PgjdbcHostnameVerifier";
    private static final String STATEMENT_POOLING = "statement pooling";
    private static final String PARAMETER = "unsupported startup parameter";

    private PostgresCause() {}

    /** Returns the cause of a failure, without a password or a class's name. */
    static String of(Throwable failure) {
        if (isForeign(failure)) {
            return "its schema holds objects of another program. Use a database of its own for the server, or name an"
                    + " empty schema with currentSchema in --database.";
        }
        return ofFile(failure)
                .or(() -> NetworkCause.of(failure).map(PostgresCause::ofNetwork))
                .or(() -> ofServer(failure))
                .orElseGet(() -> FailureReason.of(failure));
    }

    /** A file of the address: sslrootcert, sslcert or sslkey. */
    private static Optional<String> ofFile(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FileNotFoundException || cause instanceof FileSystemException) {
                return Optional.of("a file that --database names cannot be read: " + FailureReason.of(cause)
                        + ". Correct sslrootcert, sslcert or sslkey there.");
            }
        }
        return Optional.empty();
    }

    private static String ofNetwork(NetworkCause cause) {
        return cause.words()
                + switch (cause) {
                    case HOST_UNKNOWN -> ". Correct the host in --database.";
                    case REFUSED, SILENT -> ". Start PostgreSQL, or correct the host and port in --database.";
                    case EXPIRED -> ". Renew it on the database's host.";
                    case OTHER_NAME -> ". Use that name in --database.";
                    case UNTRUSTED -> ". Name the authority's certificate in --database: &sslrootcert=FILE.";
                    case NO_TLS, TLS_REFUSED -> ". Compare sslmode in --database with the database's own settings.";
                };
    }

    private static Optional<String> ofServer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                Optional<String> known = of(String.valueOf(sql.getSQLState()), String.valueOf(sql.getMessage()));
                if (known.isPresent()) {
                    return known;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(String state, String message) {
        return Optional.ofNullable(
                switch (state) {
                    case "28P01" -> "it refuses the user or the password. Correct user and password in --database.";
                    case "28000" ->
                        "it does not let this user in from here: " + line(message)
                                + ". Correct the user in --database, or allow it in the database's pg_hba.conf.";
                    case "08004" ->
                        message.equals(GT.tr(NO_TLS))
                                ? ofNetwork(NetworkCause.NO_TLS)
                                : "it asks for a password, and --database has none. Add &password=… there.";
                    case "3D000" ->
                        "there is no database of that name. Correct the name in --database, or create it: CREATE"
                                + " DATABASE chat ENCODING 'UTF8' TEMPLATE template0.";
                    case "53300" ->
                        "it has no connection left for this server, which opens up to " + PostgresPools.CONNECTIONS
                                + ". Raise max_connections in the database, or end other connections.";
                    case "57P03" -> "it is starting or stopping. Try again in a moment.";
                    case "42501" ->
                        "its user lacks a right: " + line(message)
                                + ". Let the user own the tables, or GRANT SELECT, INSERT, UPDATE and DELETE on all of"
                                + " them and USAGE on the sequence message_ids.";
                    default -> message.contains(NAME_CHECK) ? ofNetwork(NetworkCause.OTHER_NAME) : ofPooler(message);
                });
    }

    /** Poolers refuse with a common SQLSTATE, in English. */
    private static @Nullable String ofPooler(String message) {
        if (message.contains(STATEMENT_POOLING)) {
            return "the pooler in front of it gives every statement another connection. Set pool_mode = transaction"
                    + " there.";
        }
        return message.contains(PARAMETER)
                ? "the pooler in front of it refuses a setting of --database: " + line(message)
                        + ". Remove it there, or name it in the pooler's ignore_startup_parameters."
                : null;
    }

    private static boolean isForeign(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof FlywayException flyway
                    && flyway.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
                return true;
            }
        }
        return false;
    }

    /** Returns the database's own words: one line, without the word that says how grave it is. */
    private static String line(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^[A-ZÀ-Þ]+: ", "")
                .replaceFirst("\\.$", "");
    }
}
