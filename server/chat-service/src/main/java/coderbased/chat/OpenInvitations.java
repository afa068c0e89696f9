package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.GroupInvitation;
import java.util.List;

/**
 * The groups that an account is asked to join, as of one moment.
 *
 * @param number greater than that of each earlier state of the account's list; 0 before the first invitation
 * @param open newest first
 */
public record OpenInvitations(long number, List<GroupInvitation> open) {

    /** The list as devices are told it. */
    Invitations message() {
        return new Invitations(number, open);
    }
}
