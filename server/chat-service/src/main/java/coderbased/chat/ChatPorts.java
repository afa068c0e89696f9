package coderbased.chat;

/**
 * The ports that the Chat Service stands on; the node implements them.
 *
 * @param store stores conversations and messages
 * @param fanout carries news to every node
 * @param presence knows which accounts are connected to any node
 * @param files knows which files each account uploaded
 */
public record ChatPorts(ChatStore store, ChatFanout fanout, Presence presence, FileRights files) {}
