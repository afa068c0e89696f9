package coderbased.fx;

/** One row of the conversation list, ready to draw. */
public sealed interface ListRow {

    /** The words above a group of rows. */
    record Heading(String label) implements ListRow {}

    /**
     * A conversation.
     *
     * @param preview its newest message on one line, empty where nothing was said yet
     * @param time when that was, in words
     * @param open whether its thread is the one on screen
     */
    record Conversation(String id, String title, String preview, String time, Tick tick, int unread, boolean open)
            implements ListRow {}

    /** Somebody to begin a chat with. */
    record Person(String accountId, String name, String handle) implements ListRow {}
}
