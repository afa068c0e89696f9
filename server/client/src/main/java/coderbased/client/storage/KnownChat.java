package coderbased.client.storage;

import java.util.List;

/**
 * Keeps what this device last knew of the chat, so that a start without a connection has something to show. A loss costs
 * nothing that can not be asked for again; nothing throws.
 */
public interface KnownChat {

    /** What was kept last, once, before anything else; the first in the list first. */
    List<KeptConversation> read();

    /** Keeps this in place of what was kept, soon. */
    void keep(List<KeptConversation> all);

    /** The session is over: nothing of it stays, and nothing comes any more. */
    void wipe();

    /** The program ends: what was to be kept is kept when this returns. */
    void close();

    /** Of a device that has no folder of its own. */
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
