package coderbased.history;

import coderbased.history.Anomaly.Kind;
import coderbased.history.Checker.Place;
import coderbased.history.Event.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Check of edits and reactions.
 *
 * <p>One that stood on the screen where it was made is done, as the person sees it: at the end it is on every screen,
 * or something that was made after it in its place. Until then no screen goes back from a newer text to an older one.
 */
final class CheckedChanges {

    /** All that was made of one thing, in order, and which of it stood on its maker's screen last. */
    private static final class Made {

        private final List<String> all = new ArrayList<>();
        private int stood = -1;

        boolean mayBeTheEnd(String value) {
            return all.subList(Math.max(stood, 0), all.size()).contains(value);
        }
    }

    private record Reactor(Place place, String person) {}

    private final List<Anomaly> found;
    private final Map<String, Place> edits = new HashMap<>();
    private final Map<Place, Made> texts = new LinkedHashMap<>();
    private final Map<Reactor, Made> reactions = new LinkedHashMap<>();

    CheckedChanges(List<Anomaly> found) {
        this.found = found;
    }

    /** Somebody edits or reacts. */
    void made(Event event) {
        Place place = place(event);
        if (event.kind() == Event.Kind.EDITED) {
            edits.put(event.line().digest(), place);
            texts.computeIfAbsent(place, any -> new Made()).all.add(event.line().digest());
        } else {
            reactions
                    .computeIfAbsent(new Reactor(place, person(event.device())), any -> new Made())
                    .all
                    .add(event.line().reactions());
        }
    }

    /** A screen shows a message that it had shown, if ever, like {@code before}. */
    void shown(Event event, @Nullable Shown before) {
        Place place = place(event);
        Made texts = this.texts.get(place);
        if (texts != null) {
            int version = texts.all.indexOf(event.line().digest());
            if (before != null && version < texts.all.indexOf(before.digest())) {
                found.add(new Anomaly(Kind.WENT_BACK, event.text()));
            }
            texts.stood = Math.max(texts.stood, version);
        }
        of(event.line()).forEach((person, emoji) -> reacted(event, person, emoji));
        if (before != null) {
            stands(place, person(event.device()), of(before), of(event.line()));
        }
    }

    /** Checks that a changed reaction of the reader is one that the reader made. */
    private void stands(Place place, String reader, Map<String, String> before, Map<String, String> now) {
        Made own = reactions.get(new Reactor(place, reader));
        String emoji = now.getOrDefault(reader, "");
        if (own != null && !emoji.equals(before.getOrDefault(reader, ""))) {
            own.stood = Math.max(own.stood, own.all.indexOf(emoji));
        }
    }

    /** True if that is the text of an edit; names it where it is at another message. */
    boolean isEdit(Event event) {
        Place meant = edits.get(event.line().digest());
        if (meant != null && !meant.equals(place(event))) {
            found.add(new Anomaly(Kind.DIVERGENCE, event.text()));
        }
        return meant != null;
    }

    /** The text that a message began with, and all that were put in its place. */
    Stream<String> versions(Place place, String first) {
        Made made = texts.get(place);
        return Stream.concat(Stream.of(first), made == null ? Stream.empty() : made.all.stream());
    }

    /** {@code screens}: by device, of a conversation. */
    void finish(Function<String, Map<String, PlayedScreen>> screens) {
        texts.forEach((place, made) -> end(place, "text", made, screens, Shown::digest));
        reactions.forEach((reactor, made) -> end(
                reactor.place(),
                "reaction of " + reactor.person(),
                made,
                screens,
                line -> of(line).getOrDefault(reactor.person(), "")));
    }

    private void end(
            Place place,
            String what,
            Made made,
            Function<String, Map<String, PlayedScreen>> screens,
            Function<Shown, String> value) {
        if (made.stood < 0) {
            return;
        }
        Map<String, String> ends = new TreeMap<>();
        screens.apply(place.conversation()).forEach((device, screen) -> {
            Shown last = screen.last(place.seq());
            ends.put(device, last == null ? "never shown" : value.apply(last));
        });
        if (!ends.values().stream().allMatch(made::mayBeTheEnd)) {
            found.add(new Anomaly(Kind.LOST, what + " of " + place + ", made " + made.all + ", at the end " + ends));
        } else if (ends.values().stream().distinct().count() > 1) {
            found.add(new Anomaly(Kind.DIVERGENCE, what + " of " + place + " at the end " + ends));
        }
    }

    private void reacted(Event event, String person, String emoji) {
        Made made = reactions.get(new Reactor(place(event), person));
        if (made == null || !made.all.contains(emoji)) {
            found.add(new Anomaly(Kind.PHANTOM, event.text()));
        }
    }

    /** The person whose device that is: its name begins with theirs. */
    static String person(String device) {
        return device.substring(0, device.indexOf('-') < 0 ? device.length() : device.indexOf('-'));
    }

    private static Map<String, String> of(Shown line) {
        return line.reactions().isEmpty()
                ? Map.of()
                : Stream.of(line.reactions().split(" "))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    private static Place place(Event event) {
        return new Place(event.conversation(), event.line().seq());
    }
}
