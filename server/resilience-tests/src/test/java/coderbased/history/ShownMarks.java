package coderbased.history;

import coderbased.client.chat.ConversationView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The marks of people as one device shows them: records each change. */
final class ShownMarks {

    private record Mark(long read, long delivered) {}

    private final String device;
    private final History history;
    private final Map<String, Mark> shown = new ConcurrentHashMap<>();

    ShownMarks(String device, History history) {
        this.device = device;
        this.history = history;
    }

    /** Notes what is not as it was. */
    void compare(ConversationView now, String me) {
        compare(now.id(), me, new Mark(now.readSeq(), now.readSeq()));
        now.others().forEach(other -> compare(now.id(), other.name(), new Mark(other.readSeq(), other.deliveredSeq())));
    }

    /** By conversation and person. */
    Map<String, Long> read() {
        return shown.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().read()));
    }

    private void compare(String conversation, String person, Mark mark) {
        if (!mark.equals(shown.put(conversation + " " + person, mark))) {
            Event.Shown line = new Event.Shown(person, mark.read(), "");
            history.note(Event.Kind.MARKED, device, conversation, line, (int) mark.delivered());
        }
    }
}
