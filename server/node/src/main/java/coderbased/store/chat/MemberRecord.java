package coderbased.store.chat;

import coderbased.protocol.ConversationSummary.Member;

/**
 * A member's row in a conversation.
 *
 * @param firstSeq the first message it may see
 * @param delivered the number of the last message that was delivered
 * @param read the number of the last message that was read
 * @param told true if the other members are told these markers; false in a conversation of two in which the member
 *     wrote nothing
 */
record MemberRecord(String accountId, boolean admin, long firstSeq, long delivered, long read, boolean told) {

    Member member() {
        return new Member(accountId, admin, delivered, read);
    }

    MemberRecord with(long newDelivered, long newRead) {
        return new MemberRecord(accountId, admin, firstSeq, newDelivered, newRead, told);
    }

    MemberRecord asTold() {
        return new MemberRecord(accountId, admin, firstSeq, delivered, read, true);
    }
}
