package coderbased.chat;

/**
 * Start of a limited view of one conversation, as recorded when a device was linked without history.
 *
 * @param firstSeq the first message that it sees
 * @param draftNumber the draft of that number, and those before it, were begun before the link; see {@link
 *     Conversation.Own}
 */
public record HistoryStart(long firstSeq, long draftNumber) {}
