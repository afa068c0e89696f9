package coderbased.protocol;

import coderbased.protocol.ConversationSummary.Group;
import java.time.Instant;

/**
 * A request to join a group, which its reader can accept or decline with {@link ChatClientMessage.AnswerInvitation}.
 * Until then the reader is no member and sees nothing of the group but this.
 *
 * @param conversationId the group
 * @param inviter the account that asks
 * @param members the number of its members
 * @param invitedAt time of the invitation
 */
public record GroupInvitation(String conversationId, Group group, Contact inviter, int members, Instant invitedAt) {}
