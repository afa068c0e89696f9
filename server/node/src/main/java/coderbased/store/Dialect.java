package coderbased.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The differences between the engines; all other SQL is the same. Thread-safe.
 *
 * <p>An engine with one writer at a time needs no locks. With several writers, also on other nodes, a transaction first
 * locks the rows on which its decisions depend.
 */
public interface Dialect {

    /** Returns a join that reads the left table first, if the engine would not decide that itself. */
    String joinInThisOrder();

    /** Returns text that the engine accepts as a value to compare; text that it cannot hold equals no row's. */
    String text(String any);

    /** Returns any text in a form that the engine can hold, which {@link #original} reverses. */
    String holdable(String any);

    /** Returns the text from which {@link #holdable} made that one. */
    String original(String held);

    /** Returns the end of a query that reads rows as they are now, and locks them until the transaction ends. */
    String forUpdate();

    /** Locks an account until the transaction ends: nobody else adds or ends its sessions, or changes it. */
    void lockAccount(Handle handle, String accountId);

    /** Locks these conversations until the transaction ends: nobody else writes into them. */
    void lockConversations(Connection connection, Set<String> conversationIds) throws SQLException;

    /** Returns the source of message ids for one transaction. */
    MessageIds messageIds(Statements statements);

    /** Returns the engine. */
    Schema.Engine engine();

    /** A source of message ids. Of two messages in one conversation, the later one has the greater id. */
    interface MessageIds {
        long next() throws SQLException;
    }
}
