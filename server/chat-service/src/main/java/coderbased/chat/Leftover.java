package coderbased.chat;

/**
 * Something of a deleted account that is still in a conversation.
 *
 * @param isMember true if the account is still in the group; otherwise only its draft is left
 */
public record Leftover(String accountId, String conversationId, boolean isMember) {

    /** Comes before all others. */
    public static final Leftover NONE = new Leftover("", "", false);
}
