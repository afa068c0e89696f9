package coderbased.client.storage;

import java.util.List;

/**
 * Keeps what the person did until the server has it: deeds by name, in the order in which they were put, across restarts.
 *
 * <p>Used on the client's own thread. Where the disk fails, the deeds last as long as the program runs; nothing throws.
 */
public interface Journal {

    /** What is kept, once, before anything else. */
    List<OutboxEntry> read();

    /** Keeps a deed; in the place of the one with the same name, if there is one. */
    void put(OutboxEntry deed);

    /** Keeps a deed no longer. */
    void remove(String name);

    /** Returns when everything put before is on disk and outlives a power cut. */
    void force();

    /** The session is over: nothing of it stays. */
    void wipe();

    /** The program ends; what is kept stays. */
    void close();
}
