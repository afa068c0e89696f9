package coderbased.fx.list;

/** What can be opened over a chat, from the list, the thread and the keyboard. */
public interface ChatCommands {

    /** Somebody to write to. */
    void newChat();

    /** People to make a group of. */
    void newGroup();

    /** Who is in a conversation, and how it is kept. */
    void info(String conversationId);
}
