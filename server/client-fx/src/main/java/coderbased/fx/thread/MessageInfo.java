package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.client.chat.MessageView;
import coderbased.fx.Face;
import coderbased.fx.Tick;
import coderbased.fx.Times;
import java.util.List;

/**
 * Facts about a message: when it was sent and last edited, and its delivery, member by member.
 *
 * @param sent time of sending and editing, in words; empty if it is not stored
 * @param people by name; empty for a message of somebody else
 */
public record MessageInfo(String sent, List<Reached> people) {

    /** Nothing is known. */
    static final MessageInfo NONE = new MessageInfo("", List.of());

    /**
     * Delivery state for one member.
     *
     * @param tick delivered, read, or only stored
     * @param words the same as words
     */
    public record Reached(Face face, Tick tick, String words) {}

    static MessageInfo of(ConversationView conversation, MessageView message, Times times) {
        String sent = times.inSentence(message.at());
        String when = message.editedAt() == null
                ? MESSAGES.text("messageInfo.sent", "time", sent)
                : MESSAGES.text(
                        "messageInfo.sentAndEdited", "time", sent, "edited", times.inSentence(message.editedAt()));
        return new MessageInfo(
                when,
                message.mine()
                        ? conversation.others().stream()
                                .map(person -> reached(person, message.seq()))
                                .toList()
                        : List.of());
    }

    private static Reached reached(Person person, long seq) {
        Face face = Face.of(person);
        if (person.readSeq() >= seq) {
            return new Reached(face, Tick.READ, MESSAGES.text("messageInfo.read"));
        }
        return person.deliveredSeq() >= seq
                ? new Reached(face, Tick.DELIVERED, MESSAGES.text("messageInfo.delivered"))
                : new Reached(face, Tick.STORED, MESSAGES.text("messageInfo.notDelivered"));
    }
}
