package coderbased.history;

import coderbased.history.Anomaly.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a history to its end and names what must not be in it.
 *
 * <p>It plays each screen back, so that what stood on it at one time is known; and it keeps, over all screens, which
 * number each text had and which text each number. What was edited and reacted, and how far people have come, {@link
 * CheckedChanges} and {@link CheckedMarkers} look after.
 */
final class Checker {

    private record Sent(String device, String conversation, int order) {}

    /** A message, by its number. */
    record Place(String conversation, long seq) {}

    private final Map<String, Sent> said = new LinkedHashMap<>();
    private final Map<String, Long> acknowledged = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Place, String> texts = new HashMap<>();
    private final Map<String, Set<String>> belong = new HashMap<>();
    private final Map<String, PlayedScreen> screens = new HashMap<>();
    private final List<Anomaly> found = new ArrayList<>();
    private final CheckedChanges changes = new CheckedChanges(found);
    private final CheckedMarkers markers = new CheckedMarkers(found);

    private Checker() {}

    /** Everything that must not be, in the order it was seen. */
    static List<Anomaly> check(Stream<Event> history) {
        Checker checker = new Checker();
        history.forEachOrdered(checker::hear);
        checker.finish();
        return List.copyOf(checker.found);
    }

    private void hear(Event event) {
        String digest = event.line().digest();
        switch (event.kind()) {
            case BELONGS ->
                belong.computeIfAbsent(event.conversation(), any -> new HashSet<>())
                        .add(event.device());
            case SENT -> said.put(digest, new Sent(event.device(), event.conversation(), said.size()));
            case ACKNOWLEDGED -> acknowledged.put(digest, event.line().seq());
            case REFUSED -> refused.add(digest);
            case SHOWN -> shown(event);
            case GONE -> screen(event).take(event.place(), event.line());
            case EDITED, REACTED -> changes.made(event);
            case READ -> markers.read(event);
            case MARKERS -> markers.moved(event);
        }
    }

    private void shown(Event event) {
        Event.Shown line = event.line();
        changes.shown(event, screen(event).last(line.seq()));
        screen(event).put(event.place(), line, kind -> name(kind, event));
        if (line.digest().isEmpty() || changes.isEdit(event)) {
            return;
        }
        Sent origin = said.get(line.digest());
        if (origin == null || !origin.conversation().equals(event.conversation())) {
            name(Kind.PHANTOM, event);
            return;
        }
        if (line.seq() > 0) {
            stored(event, line);
        }
    }

    private void stored(Event event, Event.Shown line) {
        if (refused.contains(line.digest())) {
            name(Kind.ABORTED_READ, event);
        }
        Long number = numbers.putIfAbsent(line.digest(), line.seq());
        if (number != null && number != line.seq()) {
            name(Kind.DUPLICATE, event);
        }
        String text = texts.putIfAbsent(new Place(event.conversation(), line.seq()), line.digest());
        if (text != null && !text.equals(line.digest())) {
            name(Kind.DIVERGENCE, event);
        }
    }

    private void finish() {
        Map<String, Long> lastOfSender = new HashMap<>();
        said.forEach((digest, origin) -> {
            Long seq = acknowledged.get(digest);
            if (seq != null) {
                everybodySaw(digest, origin, seq);
                inTheSendersOrder(origin, seq, lastOfSender);
            } else if (!refused.contains(digest)) {
                found.add(new Anomaly(Kind.UNANSWERED, digest + " of " + origin));
            }
        });
        changes.finish(this::screensOf);
        markers.finish(belong);
    }

    private void everybodySaw(String digest, Sent origin, long seq) {
        Place place = new Place(origin.conversation(), seq);
        screensOf(origin.conversation()).forEach((device, screen) -> {
            if (changes.versions(place, digest).noneMatch(version -> screen.hasEverShown(version, seq))) {
                found.add(new Anomaly(Kind.LOST, "number " + seq + ", " + digest + " of " + origin + " on " + device));
            }
        });
    }

    private void inTheSendersOrder(Sent origin, long seq, Map<String, Long> lastOfSender) {
        Long before = lastOfSender.put(key(origin.device(), origin.conversation()), seq);
        if (before != null && before >= seq) {
            found.add(new Anomaly(Kind.NON_MONOTONIC, "number " + seq + " of " + origin + " was said after " + before));
        }
    }

    /** By device, of everybody who belongs to a conversation. */
    private Map<String, PlayedScreen> screensOf(String conversation) {
        Map<String, PlayedScreen> all = new LinkedHashMap<>();
        for (String device : belong.getOrDefault(conversation, Set.of())) {
            all.put(device, screens.computeIfAbsent(key(device, conversation), any -> new PlayedScreen()));
        }
        return all;
    }

    private PlayedScreen screen(Event event) {
        return screens.computeIfAbsent(key(event.device(), event.conversation()), any -> new PlayedScreen());
    }

    private void name(Kind kind, Event event) {
        found.add(new Anomaly(kind, event.text()));
    }

    private static String key(String device, String conversation) {
        return device + " " + conversation;
    }
}
