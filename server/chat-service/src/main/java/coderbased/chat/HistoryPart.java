package coderbased.chat;

import coderbased.protocol.ChatMessage;
import java.util.List;

/**
 * A part of a conversation's messages, with its place in the conversation.
 *
 * @param messages without gaps, oldest first
 * @param firstSeq the first message that the reader may see
 * @param lastSeq the number of the newest message
 */
public record HistoryPart(List<ChatMessage> messages, long firstSeq, long lastSeq) {}
