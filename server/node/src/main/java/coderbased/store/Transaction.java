package coderbased.store;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * One transaction on one connection. Afterwards it knows if the connection is in the state that its next user expects;
 * otherwise the connection must be closed. For one thread.
 */
final class Transaction {

    private final Handle handle;
    private final Boundaries boundaries;
    private boolean clean;

    Transaction(Handle handle, Boundaries boundaries) {
        this.handle = handle;
        this.boundaries = boundaries;
    }

    /**
     * Runs the work and commits it, or undoes it.
     *
     * @throws TransactionException if the transaction cannot begin or end. After a failed commit the work may be stored
     */
    <T> T run(Function<Handle, T> work) {
        at("BEGIN", () -> boundaries.begin(handle.getConnection()));
        T result = undoneOnFailure(work);
        try {
            at("COMMIT", () -> boundaries.commit(handle.getConnection()));
        } catch (TransactionException e) {
            undo(e);
            throw e;
        }
        clean = true;
        return result;
    }

    /** True if no transaction is open on the connection and the next one will begin as usual. */
    boolean isClean() {
        return clean;
    }

    private <T> T undoneOnFailure(Function<Handle, T> work) {
        try {
            return work.apply(handle);
        } catch (RuntimeException e) {
            clean = undo(e);
            throw e;
        } catch (Error e) {
            // The driver may be in the middle of a call: the connection is not used again.
            undo(e);
            throw e;
        }
    }

    private boolean undo(Throwable cause) {
        try {
            boundaries.rollback(handle.getConnection());
            return true;
        } catch (SQLException | RuntimeException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private static void at(String boundary, Step step) {
        try {
            step.take();
        } catch (SQLException e) {
            throw new TransactionException(boundary + " failed", e);
        }
    }

    private interface Step {
        void take() throws SQLException;
    }
}
