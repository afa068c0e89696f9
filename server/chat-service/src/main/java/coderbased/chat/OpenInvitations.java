package coderbased.chat;

import coderbased.protocol.ChatServerMessage.Invitations;
import coderbased.protocol.GroupInvitation;
import java.util.List;

/**
 * The groups that an account is invited to, as of one moment.
 *
 * @param number greater than the number of each earlier state of the list; 0 before the first invitation
 * @param open newest first
 */
public record OpenInvitations(long number, List<GroupInvitation> open) {

    /** Returns the message that tells the list to devices. */
    Invitations message() {
        return new Invitations(number, open);
    }
}
