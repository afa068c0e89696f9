package coderbased.chat;

import coderbased.protocol.ChatMessage;
import java.util.List;

/**
 * Some of a conversation's messages, and where they stand in it.
 *
 * @param messages without gaps, oldest first
 * @param firstSeq the first message that the reader may see
 * @param lastSeq the number of the newest message
 */
public record HistoryPart(List<ChatMessage> messages, long firstSeq, long lastSeq) {}
