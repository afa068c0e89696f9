package coderbased.history;

import coderbased.testing.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Many people. Each talks with the next one, round the whole circle, and five and five in a group. */
final class Crowd implements AutoCloseable {

    private static final int GROUP = 5;

    private final URI server;
    private final Path profiles;
    private final History history;
    private final List<Person> people = new ArrayList<>();

    Crowd(URI server, Path profiles, History history) {
        this.server = server;
        this.profiles = profiles;
        this.history = history;
    }

    /** Signs that many up, and opens their conversations on every device. */
    void gather(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            people.add(Person.signUp("person" + i, Person.Ways.direct(server), profiles, history));
        }
        meet();
    }

    /** Takes in who is signed up already, and opens the conversations of all. */
    void gather(List<Person> some) throws Exception {
        people.addAll(some);
        meet();
    }

    private void meet() throws Exception {
        int count = people.size();
        for (int i = 0; i < count; i++) {
            Person one = people.get(i);
            Person other = people.get((i + 1) % count);
            String conversation = one.openWith(other);
            one.join(conversation);
            other.join(conversation);
        }
        for (int i = 0; i + GROUP <= count; i += GROUP) {
            List<Person> group = people.subList(i, i + GROUP);
            String conversation = group.getFirst().makeGroup(group.subList(1, GROUP));
            group.forEach(person -> person.join(conversation));
        }
    }

    List<Person> people() {
        return people;
    }

    List<Screen> screens() {
        return people.stream().flatMap(person -> person.screens().stream()).toList();
    }

    /** True if every device holds its connection and has caught up. */
    boolean isBack() {
        return people.stream().allMatch(Person::isBack);
    }

    /** True if everything that was said is answered, and the newest of it on every screen that it belongs on. */
    boolean isAtRest() {
        Map<String, Long> newest = new HashMap<>();
        screens().forEach(screen -> screen.newest().forEach((where, seq) -> newest.merge(where, seq, Math::max)));
        return screens().stream()
                        .allMatch(screen -> screen.unanswered() == 0
                                && screen.newest().entrySet().stream()
                                        .allMatch(shown -> shown.getValue().equals(newest.get(shown.getKey()))))
                && agree(Screen::late)
                && agree(Screen::read);
    }

    /** True if all screens say the same of what several of them show. */
    private <T> boolean agree(Function<Screen, Map<String, T>> shown) {
        Map<String, T> first = new HashMap<>();
        return screens().stream()
                .allMatch(screen -> shown.apply(screen).entrySet().stream().allMatch(each -> {
                    T other = first.putIfAbsent(each.getKey(), each.getValue());
                    return other == null || other.equals(each.getValue());
                }));
    }

    /**
     * The final read: everybody reads everything, from the newest to the first message, on every device, and then on a
     * desktop that knows nothing yet.
     */
    void readEverything() {
        readUpwards(screens());
        readUpwards(people.stream().map(Person::takeAnotherDesktop).toList());
    }

    private static void readUpwards(List<Screen> screens) {
        Eventually.holds(
                "every screen shows the newest message", () -> screens.stream().allMatch(Screen::isAtTheEnd));
        Eventually.holds(
                "every screen showed the first message",
                () -> screens.stream()
                        .filter(screen -> !screen.scrollUp())
                        .toList()
                        .isEmpty());
    }

    /** Returns how many messages the server refused. */
    long refused() {
        return screens().stream().mapToLong(Screen::refused).sum();
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}
