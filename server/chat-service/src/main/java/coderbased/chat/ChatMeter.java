package coderbased.chat;

import java.time.Duration;

/**
 * Counts what happens in the Chat Service. It is never told whose connection or whose message it was.
 *
 * <p>Thread-safe. Calls return quickly and never throw.
 */
public interface ChatMeter {

    /** Nobody counts. */
    ChatMeter NONE = new ChatMeter() {
        @Override
        public void closed(Duration afterTheEnd) {}

        @Override
        public void committed(int writes, int messages) {}

        @Override
        public void readsTooSlowly() {}

        @Override
        public void talksTooFast() {}
    };

    /** The connection of a session that ended is gone. */
    void closed(Duration afterTheEnd);

    /** So many writes went to disk together; among them so many messages that were not there before. */
    void committed(int writes, int messages);

    /** A connection ended because too much waited to be read. */
    void readsTooSlowly();

    /** A connection ended because too much was said. */
    void talksTooFast();
}
