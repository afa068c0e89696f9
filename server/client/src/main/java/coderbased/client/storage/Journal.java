package coderbased.client.storage;

import java.util.List;

/**
 * Stores the user's commands until the server has them: entries by name, in order, across restarts.
 *
 * <p>Used on the client thread. If the disk fails, the entries last until the program ends; no method throws.
 */
public interface Journal {

    /** Returns the stored entries; called once, first. */
    List<OutboxEntry> read();

    /** Stores an entry; replaces the one with the same name. */
    void put(OutboxEntry entry);

    /** Removes an entry. */
    void remove(String name);

    /** Returns when all earlier changes are on disk and survive a power cut. */
    void force();

    /** Deletes all entries, at the end of the session. */
    void wipe();

    /** Closes the journal at the end of the program; its entries stay. */
    void close();
}
