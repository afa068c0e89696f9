package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.fx.Face;
import coderbased.fx.Tick;
import java.util.List;

/**
 * Delivery state of a message, member by member.
 *
 * @param people by name
 */
public record MessageInfo(List<Reached> people) {

    /**
     * Delivery state for one member.
     *
     * @param tick delivered, read, or only stored
     * @param words the same as words
     */
    public record Reached(Face face, Tick tick, String words) {}

    static MessageInfo of(ConversationView conversation, long seq) {
        return new MessageInfo(conversation.others().stream()
                .map(person -> reached(person, seq))
                .toList());
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
