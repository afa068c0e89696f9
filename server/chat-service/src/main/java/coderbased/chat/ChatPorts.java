package coderbased.chat;

/**
 * What the Chat Service stands on; each is a port that the node implements.
 *
 * @param store keeps conversations and messages
 * @param fanout carries news to every node
 * @param presence knows who is here on any node
 * @param files knows who uploaded what
 */
public record ChatPorts(ChatStore store, ChatFanout fanout, Presence presence, FileRights files) {}
