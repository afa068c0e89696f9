package coderbased.history;

import coderbased.history.Anomaly.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Check of read markers: on no screen do they go back, and at the end all screens agree and nothing read is
 * unread.
 */
final class CheckedMarkers {

    private record Come(String conversation, String person) {}

    private record Markers(long read, long delivered) {}

    private final List<Anomaly> found;
    private final Map<Come, Long> read = new HashMap<>();
    private final Map<Come, Map<String, Markers>> shown = new LinkedHashMap<>();

    CheckedMarkers(List<Anomaly> found) {
        this.found = found;
    }

    /** The person has seen everything up to there. */
    void read(Event event) {
        read.merge(
                new Come(event.conversation(), CheckedChanges.person(event.device())),
                event.line().seq(),
                Math::max);
    }

    /** A device shows how far somebody has come. */
    void moved(Event event) {
        Markers now = new Markers(event.line().seq(), event.place());
        Markers before = shown.computeIfAbsent(
                        new Come(event.conversation(), event.line().name()), any -> new HashMap<>())
                .put(event.device(), now);
        if (before != null && (now.read() < before.read() || now.delivered() < before.delivered())) {
            found.add(new Anomaly(Kind.WENT_BACK, event.text() + " after " + before));
        }
    }

    /** {@code belong}: devices by conversation. */
    void finish(Map<String, Set<String>> belong) {
        shown.forEach((come, byDevice) -> {
            long expected = read.getOrDefault(come, 0L);
            byDevice.values().stream()
                    .filter(markers -> markers.read() < expected)
                    .forEach(markers ->
                            found.add(new Anomaly(Kind.LOST, come + " has read up to " + expected + ": " + byDevice)));
            if (byDevice.values().stream().map(Markers::read).distinct().count() > 1) {
                found.add(new Anomaly(Kind.DIVERGENCE, come + ": " + byDevice));
            }
        });
        read.forEach((come, seq) -> {
            int devices = belong.getOrDefault(come.conversation(), Set.of()).size();
            int told = shown.getOrDefault(come, Map.of()).size();
            if (seq > 0 && told < devices) {
                found.add(new Anomaly(
                        Kind.LOST, come + " has read up to " + seq + ", on " + told + " of " + devices + " devices"));
            }
        });
    }
}
