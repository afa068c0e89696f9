package coderbased.chat;

import java.util.function.Consumer;

/**
 * Knowledge of which accounts have a device connected, on any node. Port of the Chat Service; the node implements it,
 * in process or over a bus. Thread-safe; every method returns at once.
 */
public interface Presence {

    /** Records that the account's first device connected to this node. */
    void came(String accountId);

    /** Records that the account's last device left this node. */
    void left(String accountId);

    /** True if the account has a device on any node. */
    boolean isHere(String accountId);

    /**
     * Tells {@code listener} of each change from now on, after {@link #isHere} returns it; true means that the account
     * is here. It must return quickly.
     */
    Watch watch(String accountId, Consumer<Boolean> listener);

    /** Ends a watch. Closing it again does nothing. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
