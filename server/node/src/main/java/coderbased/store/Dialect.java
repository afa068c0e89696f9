package coderbased.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * In what the engines differ; all other SQL is the same for each. Thread-safe.
 *
 * <p>An engine with one writer at a time has nothing to lock. Where there are several, also on other nodes, whoever decides by
 * what it has read locks first what that hangs on.
 */
public interface Dialect {

    /** Joins two tables, and goes through the left one first where that is not what the engine decides itself. */
    String joinInThisOrder();

    /** Text as the engine takes it: what is no text there is no row's either. */
    String text(String any);

    /** Any text in a form that the engine can hold, of which {@link #original} makes it again. */
    String holdable(String any);

    /** What {@link #holdable} was made of. */
    String original(String held);

    /** Until the transaction ends, nobody else adds sessions to the account, ends them, or changes it. */
    void lockAccount(Handle handle, String accountId);

    /** Until the transaction ends, nobody else writes into these conversations. */
    void lockConversations(Connection connection, Set<String> conversationIds) throws SQLException;

    /** The ids of one transaction's messages. */
    MessageIds messageIds(Statements statements);

    /** Returns the engine. */
    Schema.Engine engine();

    /** Gives each message an id; of two in the same conversation, the later one has the greater. */
    interface MessageIds {
        long next() throws SQLException;
    }
}
