package coderbased.client;

import coderbased.protocol.Contact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conversation as a screen shows it. Immutable.
 *
 * @param id the conversation
 * @param with everybody in it but the reader
 * @param lines what is loaded of it, oldest first; what is still on its way to the server stands at the end
 * @param lastLine its newest line, loaded or not
 * @param unread messages of others that the reader has not read on any device
 * @param hasOlder whether there is history before the first line
 */
public record ConversationView(
        String id,
        List<Contact> with,
        List<Line> lines,
        @Nullable Line lastLine,
        int unread,
        boolean hasOlder) {

    /** What to call it. */
    public String title() {
        return String.join(", ", with.stream().map(Contact::name).toList());
    }

    /**
     * One message.
     *
     * @param clientMessageId its name, the same before and after it is stored
     * @param seq its place in the conversation, 0 while it is on its way
     * @param mine whether the reader's account sent it
     * @param at when the server stored it, or when it was typed
     * @param refusal what to tell the sender, with {@link Mark#REFUSED} only
     */
    public record Line(
            String clientMessageId,
            long seq,
            boolean mine,
            String senderName,
            String text,
            Instant at,
            Mark mark,
            @Nullable String refusal) {

        /** The same line, further on. */
        Line marked(Mark further) {
            return new Line(clientMessageId, seq, mine, senderName, text, at, further, null);
        }
    }

    /** How far a message of the reader's own has come. Messages of others are always {@link #STORED}. */
    public enum Mark {
        SENDING,
        STORED,
        READ,
        REFUSED
    }
}
