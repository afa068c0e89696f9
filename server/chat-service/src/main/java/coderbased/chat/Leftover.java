package coderbased.chat;

/** A part of a deleted account that is still in a conversation. */
public record Leftover(String accountId, String conversationId, Kind kind) {

    /** The start of the order: before all leftovers. */
    public static final Leftover NONE = new Leftover("", "", Kind.DRAFT);

    /** The thing that is left. */
    public enum Kind {
        /** The account is still in the group. */
        MEMBER,
        /** The account is still invited to the group, and counts against its limit. */
        INVITATION,
        /** Only its draft is left. */
        DRAFT
    }
}
