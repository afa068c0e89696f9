package coderbased.history;

import coderbased.client.chat.ConversationView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The markers of people as one device shows them: records each change. */
final class ShownMarkers {

    private record Markers(long read, long delivered) {}

    private final String device;
    private final History history;
    private final Map<String, Markers> shown = new ConcurrentHashMap<>();

    ShownMarkers(String device, History history) {
        this.device = device;
        this.history = history;
    }

    /** Notes what is not as it was. */
    void compare(ConversationView now, String me) {
        compare(now.id(), me, new Markers(now.readSeq(), now.readSeq()));
        now.others()
                .forEach(other -> compare(now.id(), other.name(), new Markers(other.readSeq(), other.deliveredSeq())));
    }

    /** By conversation and person. */
    Map<String, Long> read() {
        return shown.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().read()));
    }

    private void compare(String conversation, String person, Markers markers) {
        if (!markers.equals(shown.put(conversation + " " + person, markers))) {
            Event.Shown line = new Event.Shown(person, markers.read(), "");
            history.note(Event.Kind.MARKERS, device, conversation, line, (int) markers.delivered());
        }
    }
}
