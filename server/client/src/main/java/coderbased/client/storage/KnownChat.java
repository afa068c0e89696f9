package coderbased.client.storage;

import java.util.List;

/**
 * Stores the last known state of the chat, for a start without a connection. Lost data can be fetched again; no method
 * throws.
 */
public interface KnownChat {

    /** Returns the stored conversations in list order; called once, first. */
    List<KeptConversation> read();

    /** Stores these conversations soon, in place of the previous ones. */
    void keep(List<KeptConversation> all);

    /** Deletes all data at the end of the session, and stores nothing more. */
    void wipe();

    /** Closes the store at the end of the program; waiting data is stored when this returns. */
    void close();

    /** Returns a store that keeps nothing, for a device without a folder. */
    static KnownChat none() {
        return new KnownChat() {
            @Override
            public List<KeptConversation> read() {
                return List.of();
            }

            @Override
            public void keep(List<KeptConversation> all) {}

            @Override
            public void wipe() {}

            @Override
            public void close() {}
        };
    }
}
