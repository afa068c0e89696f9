package coderbased.history;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.Timing;
import coderbased.protocol.Contact;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.QrText;
import coderbased.testing.Eventually;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody with a phone and a desktop that it linked, both the product's own clients, and a screen each. */
final class Person implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Timing BRISK =
            new Timing(Duration.ofMillis(100), Duration.ofMillis(800), Duration.ofSeconds(30), Duration.ofSeconds(20));

    /**
     * The addresses at which a person's devices find the server.
     *
     * @param clock of the devices
     */
    record Ways(URI phone, URI desktop, Clock clock, Timing timing) {

        /** Both by the same way. */
        static Ways direct(URI server) {
            return apart(server, server);
        }

        /** Each at a server of its own. */
        static Ways apart(URI phone, URI desktop) {
            return new Ways(phone, desktop, Clock.systemUTC(), BRISK);
        }
    }

    private final String handle;
    private final Ways ways;
    private final Path profiles;
    private final History history;
    private final PhoneClient phone;
    private WebClient desktop;
    private final List<Screen> screens = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();

    private Person(String handle, Ways ways, Path profiles, History history) {
        this.handle = handle;
        this.ways = ways;
        this.profiles = profiles;
        this.history = history;
        this.phone = Clients.phone(ClientConfig.of(ways.phone(), facts("Phone"), profile("phone"))
                .withClock(ways.clock())
                .withRandom(RANDOM)
                .withTiming(ways.timing()));
        this.desktop = desktop("desktop");
    }

    /** Signs up and links a desktop. */
    static Person signUp(String handle, Ways ways, Path profiles, History history) throws Exception {
        Person person = new Person(handle, ways, profiles, history);
        person.phone.start();
        Eventually.answered(person.phone.signUp(handle, handle, "correct horse battery"));
        person.link();
        return person;
    }

    /** Returns where this person may talk. */
    List<String> conversations() {
        return conversations;
    }

    /** The devices that this person talks on. */
    List<Screen> screens() {
        return screens;
    }

    /** True if the desktop knows that it has no connection. */
    boolean desktopIsAway() {
        return desktop.state() instanceof SessionState.Authenticated in && in.trouble() != null;
    }

    /** True if both devices hold their connection and have caught up. */
    boolean isBack() {
        return phone.state() instanceof PhoneState.SignedIn in
                && in.trouble() == null
                && isIn(desktop)
                && screens.stream().allMatch(Screen::isCaughtUp);
    }

    /** Finds or makes the conversation with somebody. */
    String openWith(Person other) throws Exception {
        Contact contact = Eventually.answered(phone.chat().findPeople(other.handle)).stream()
                .filter(found -> found.handle().equals(other.handle))
                .findFirst()
                .orElseThrow();
        return Eventually.answered(phone.chat().openWith(contact.accountId()));
    }

    /** Makes a group with others. */
    String makeGroup(List<Person> others) throws Exception {
        List<String> accounts = others.stream()
                .map(other -> other.phone.chat().state().me().accountId())
                .toList();
        return Eventually.answered(phone.chat().createGroup("Group of " + handle, accounts));
    }

    /** Belongs to a conversation from now on, and looks at it on every device. */
    void join(String conversation) {
        conversations.add(conversation);
        screens.forEach(screen -> screen.join(conversation));
    }

    /** Puts the desktop away and goes on at one that is linked and knows nothing else. */
    Screen takeAnotherDesktop() {
        desktop.close();
        profile("another")
                .credentials(new SecureRandom())
                .save(profile("desktop").credentials(new SecureRandom()).load().orElseThrow());
        desktop = desktop("another");
        desktop.start();
        Eventually.holds(handle + "'s other desktop is in", () -> isIn(desktop));
        Screen screen = new Screen(handle + "-another", desktop.chat(), history);
        conversations.forEach(screen::join);
        return screen;
    }

    @Override
    public void close() {
        desktop.close();
        phone.close();
    }

    private void link() throws Exception {
        desktop.start();
        String code = Eventually.found(handle + "'s desktop shows a code", this::code);
        Eventually.answered(phone.links()
                .approve(Eventually.answered(
                                phone.links().claim((QrText.Ours) phone.links().read(code)))
                        .linkId()));
        Eventually.holds(handle + "'s desktop is in", () -> isIn(desktop));
        screens.add(new Screen(handle + "-phone", phone.chat(), history));
        screens.add(new Screen(handle + "-desktop", desktop.chat(), history));
        Eventually.holds(handle + " is there", this::isBack);
    }

    private Optional<String> code() {
        return desktop.state() instanceof SessionState.Guest guest
                ? Optional.of(guest.code().qrText().value())
                : Optional.empty();
    }

    private WebClient desktop(String profile) {
        return Clients.web(ClientConfig.of(ways.desktop(), facts("Desktop"), profile(profile))
                .withClock(ways.clock())
                .withRandom(RANDOM)
                .withTiming(ways.timing()));
    }

    private ProfileFolder profile(String device) {
        return new ProfileFolder(profiles.resolve(handle).resolve(device));
    }

    private static boolean isIn(WebClient desktop) {
        return desktop.state() instanceof SessionState.Authenticated in && in.trouble() == null;
    }

    private static DeviceFacts facts(String device) {
        return new DeviceFacts(device, "Test 1", "TestOS");
    }
}
