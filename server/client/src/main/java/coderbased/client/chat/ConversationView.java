package coderbased.client.chat;

import coderbased.protocol.Arrangement;
import coderbased.protocol.ConversationSummary.Group;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as a screen shows it. Immutable.
 *
 * @param id the conversation
 * @param group its name and picture; null for a one-to-one conversation
 * @param others everybody in it but the reader, by name
 * @param names of everybody who is or was in it, the reader included, by account: what a notice's accounts are called
 * @param admin whether the reader may change the group
 * @param messages what is loaded of it, oldest first, without holes; where nothing {@code newer} is missing, what is still on
 *     its way to the server stands at the end. Never more than a few pages, however long the conversation is
 * @param lastMessage its newest message, loaded or not
 * @param unread messages that the reader has not read on any device
 * @param readSeq up to here the reader has read, or cannot read; the newest message is {@code unread} further
 * @param older whether there is history before the first message
 * @param newer whether there are messages after the last one
 * @param loading whether a page is on its way
 * @param arrangement pinned, archived, muted
 * @param draft what is typed and not sent, here or on another device
 * @param typing the names of who is typing
 * @param invited who was asked to join and has not answered, by name
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
        Arrangement arrangement,
        String draft,
        List<String> typing,
        List<Person> invited) {

    /** A conversation that nobody was asked to join. */
    public ConversationView(
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
            Arrangement arrangement,
            String draft,
            List<String> typing) {
        this(
                id,
                group,
                others,
                names,
                admin,
                messages,
                lastMessage,
                unread,
                readSeq,
                older,
                newer,
                loading,
                arrangement,
                draft,
                typing,
                List.of());
    }

    /** What to call it. */
    public String title() {
        return group != null
                ? group.name()
                : String.join(", ", others.stream().map(Person::name).toList());
    }

    /**
     * Somebody in it.
     *
     * @param deliveredSeq up to here its messages are on one of the person's devices
     * @param readSeq up to here they were read
     */
    public record Person(
            String accountId, String handle, String name, boolean admin, long deliveredSeq, long readSeq) {}
}
