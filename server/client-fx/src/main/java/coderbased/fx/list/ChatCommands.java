package coderbased.fx.list;

/** Sheets that can be opened over a chat, from the list, the thread and the keyboard. */
public interface ChatCommands {

    /** Opens the sheet for a new chat. */
    void newChat();

    /** Opens the sheet for a new group. */
    void newGroup();

    /** Opens the sheet with a conversation's members and settings. */
    void info(String conversationId);
}
