package coderbased.chat;

import java.util.function.Consumer;

/**
 * Who is here: has a device connected, on any node. Port of the Chat Service; the node implements it, in process or over a
 * bus. Thread-safe; every method returns at once.
 */
public interface Presence {

    /** The account's first device connected to this node. */
    void came(String accountId);

    /** The account's last device left this node. */
    void left(String accountId);

    /** Whether the account has a device on some node. */
    boolean isHere(String accountId);

    /**
     * From now on tells of each change, after {@link #isHere} says so too. {@code listener} must return quickly, and hears
     * true where the account is here now.
     */
    Watch watch(String accountId, Consumer<Boolean> listener);

    /** Ends a watch. Closing it again does nothing. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
