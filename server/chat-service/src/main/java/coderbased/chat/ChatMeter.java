package coderbased.chat;

import java.time.Duration;

/**
 * Counters of events in the Chat Service. They never learn whose connection or message it was.
 *
 * <p>Thread-safe. Calls return quickly and never throw.
 */
public interface ChatMeter {

    /** Counts nothing. */
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

    /** Counts the connection of an ended session, gone that time after the end. */
    void closed(Duration afterTheEnd);

    /** Counts one commit of that many writes, with that many new messages among them. */
    void committed(int writes, int messages);

    /** Counts a connection that ended because too many messages waited to be read. */
    void readsTooSlowly();

    /** Counts a connection that ended because too many messages came in. */
    void talksTooFast();
}
