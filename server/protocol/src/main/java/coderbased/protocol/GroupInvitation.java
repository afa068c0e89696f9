package coderbased.protocol;

import coderbased.protocol.ConversationSummary.Group;
import java.time.Instant;

/**
 * A request to join a group, which its reader can accept or decline with {@link ChatClientMessage.AnswerInvitation}. Until
 * then the reader is no member and sees nothing of the group but this.
 *
 * @param conversationId the group
 * @param inviter the account that asks
 * @param members how many people are in the group now
 * @param invitedAt when the inviter asked
 */
public record GroupInvitation(String conversationId, Group group, Contact inviter, int members, Instant invitedAt) {}
