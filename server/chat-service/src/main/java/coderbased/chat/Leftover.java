package coderbased.chat;

/** Something of a deleted account that is still in a conversation. */
public record Leftover(String accountId, String conversationId, Kind kind) {

    /** Comes before all others. */
    public static final Leftover NONE = new Leftover("", "", Kind.DRAFT);

    /** The thing that is left. */
    public enum Kind {
        /** The account is still in the group. */
        MEMBER,
        /** It is still invited to the group, and takes a place in it. */
        INVITATION,
        /** Only its draft is left. */
        DRAFT
    }
}
