package coderbased.fx;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.fx.text.SafeText;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Name, colour and picture of a person or a group. The colour follows the account or the group: a new name changes
 * nothing.
 *
 * @param colour from 0 to 7; -1 if the account is not known
 * @param picture null for none
 */
public record Face(String name, int colour, @Nullable Path picture) {

    private static final int UNKNOWN = -1;

    /** Returns the style class of its colour. */
    String colourStyle() {
        return "avatar-" + (colour == UNKNOWN ? "unknown" : colour);
    }

    /** Returns the face of an account. */
    public static Face of(String accountId, String name) {
        return new Face(name, PersonNames.colour(accountId), null);
    }

    /** Returns the face of somebody of whom only the name is known. It has a colour of its own, which nobody has. */
    public static Face named(String name) {
        return new Face(name, UNKNOWN, null);
    }

    /** Returns the face of a member. */
    public static Face of(Person person) {
        return of(person.accountId(), SafeText.name(person.name()));
    }

    /** Returns the face of a conversation: the group's, or the other person's. */
    public static Face of(ConversationView conversation, @Nullable Path picture) {
        boolean person = conversation.group() == null && !conversation.others().isEmpty();
        String id = person ? conversation.others().getFirst().accountId() : conversation.id();
        return new Face(SafeText.name(conversation.title()), PersonNames.colour(id), picture);
    }
}
