package coderbased.chat;

import coderbased.protocol.Contact;
import coderbased.protocol.ConversationSettings;
import java.util.List;

/** Creates conversations as a store returns them to one of their people. */
final class TestConversation {

    private TestConversation() {}

    /** Returns a conversation of these people, with so many changes and nothing else. */
    static Conversation of(String id, long rev, Contact... people) {
        return of(id, rev, 0, 0, people);
    }

    /**
     * Returns a conversation of these people.
     *
     * @param invited the revision of its invitations
     * @param notes the revision of the reader's own notes
     */
    static Conversation of(String id, long rev, long invited, long notes, Contact... people) {
        return new Conversation(
                id,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(people),
                List.of(),
                invited,
                rev,
                rev,
                null,
                new Conversation.Own(0, ConversationSettings.DEFAULT, "", 0, notes));
    }
}
