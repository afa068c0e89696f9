package coderbased.chat;

/**
 * Start of what a device linked without history sees of one conversation, as it was when the device was linked.
 *
 * @param firstSeq the first message that it sees
 * @param draftNumber the draft of that number, and those before it, were begun before the link; see {@link Conversation.Own}
 */
public record HistoryStart(long firstSeq, long draftNumber) {}
