package coderbased.auth.linking;

/**
 * Settings for linking.
 *
 * @param nodeId this node's short id, part of every Guest Token
 */
public record LinkSettings(String nodeId, LinkCheck check, LinkTimes times) {}
