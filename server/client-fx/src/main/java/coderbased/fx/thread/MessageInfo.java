package coderbased.fx.thread;

import coderbased.client.chat.ConversationView;
import coderbased.client.chat.ConversationView.Person;
import coderbased.fx.Tick;
import coderbased.fx.text.SafeText;
import java.util.List;

/**
 * How far a message has come, person by person.
 *
 * @param people in the order of their names
 */
public record MessageInfo(List<Reached> people) {

    /**
     * One of those it was sent to.
     *
     * @param tick delivered, read, or only stored
     * @param words the same in words
     */
    public record Reached(String name, Tick tick, String words) {}

    static MessageInfo of(ConversationView conversation, long seq) {
        return new MessageInfo(conversation.others().stream()
                .map(person -> reached(person, seq))
                .toList());
    }

    private static Reached reached(Person person, long seq) {
        String name = SafeText.name(person.name());
        if (person.readSeq() >= seq) {
            return new Reached(name, Tick.READ, "Read");
        }
        return person.deliveredSeq() >= seq
                ? new Reached(name, Tick.DELIVERED, "Delivered")
                : new Reached(name, Tick.STORED, "Not delivered yet");
    }
}
