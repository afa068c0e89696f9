package coderbased.client.chat;

import coderbased.protocol.ConversationSettings;
import coderbased.protocol.ConversationSummary.Group;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as a screen shows it. Immutable.
 *
 * @param id the conversation
 * @param group its name and picture; null for a one-to-one conversation
 * @param others members except the reader, by name
 * @param names of all present and former members, the reader included, by account; used for group events
 * @param admin true if the reader may change the group
 * @param messages the loaded messages, oldest first, without gaps; if nothing {@code newer} is missing, unsent messages
 *     follow at the end. At most a few pages, however long the conversation is
 * @param lastMessage its newest message, loaded or not
 * @param unread number of messages that the reader has not read on any device
 * @param readSeq the reader has read, or cannot read, everything up to here; the newest message is {@code unread}
 *     further
 * @param older true if there is history before the first message
 * @param newer true if there are messages after the last one
 * @param loading true while a page is being loaded
 * @param settings conversation settings: pinned, archived, muted
 * @param draft text that was typed but not sent, here or on another device
 * @param typing names of the members who are typing
 * @param invited people who were invited and have not answered, by name
 */
public record ConversationView(
        String id,
        @Nullable Group group,
        List<Person> others,
        Map<String, String> names,
        boolean admin,
        List<MessageView> messages,
        @Nullable MessageView lastMessage,
        int unread,
        long readSeq,
        boolean older,
        boolean newer,
        boolean loading,
        ConversationSettings settings,
        String draft,
        List<String> typing,
        List<Person> invited) {

    /** Returns the title: the group's name, or the other members' names. */
    public String title() {
        return group != null
                ? group.name()
                : String.join(", ", others.stream().map(Person::name).toList());
    }

    /**
     * One member, or one invited person.
     *
     * @param deliveredSeq messages up to here are on one of the member's devices
     * @param readSeq messages up to here were read
     */
    public record Person(
            String accountId, String handle, String name, boolean admin, long deliveredSeq, long readSeq) {}
}
