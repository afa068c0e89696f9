package coderbased.client.storage;

import java.util.List;

/** Journal that stores nothing, for a device without a folder. */
public final class NoJournal implements Journal {

    @Override
    public List<OutboxEntry> read() {
        return List.of();
    }

    @Override
    public void put(OutboxEntry entry) {}

    @Override
    public void remove(String name) {}

    @Override
    public void force() {}

    @Override
    public void wipe() {}

    @Override
    public void close() {}
}
