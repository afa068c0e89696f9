package coderbased.client;

import coderbased.protocol.Contact;
import coderbased.protocol.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a device knows of the chat, as one immutable picture; a new one replaces it at every change.
 *
 * @param me whose device this is
 * @param contacts everybody else on the server, by name
 * @param conversations most recent first
 * @param caughtUp whether everything missed has arrived
 */
public record ChatState(Profile me, List<Contact> contacts, List<ConversationView> conversations, boolean caughtUp) {

    /** The conversation with that id, if it is known. */
    public @Nullable ConversationView conversation(String id) {
        return conversations.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
    }
}
