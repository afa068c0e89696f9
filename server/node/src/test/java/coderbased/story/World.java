package coderbased.story;

import coderbased.auth.AuthNodes;
import coderbased.auth.tokens.AuthKeys;
import coderbased.chat.AccountLimits;
import coderbased.chat.ChatLimits;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.client.keys.CredentialStore;
import coderbased.client.keys.ProfileFolder;
import coderbased.client.net.Timing;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.protocol.AuthHttp;
import coderbased.protocol.DeviceFacts;
import coderbased.protocol.QrText;
import coderbased.protocol.Wire;
import coderbased.testing.Deadlines;
import coderbased.testing.Eventually;
import coderbased.testing.MutableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The stage of a story: one server, the people's devices, and two cables to it, one for phones and one for desktops.
 *
 * <p>Whatever is opened here is closed with it. Not thread-safe.
 */
final class World implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private static final Duration PATIENCE = Deadlines.of(Duration.ofSeconds(60));

    /** Quick to come back. A busy machine takes long to answer, and nobody falls silent here on purpose. */
    private static final Timing TIMING =
            new Timing(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofSeconds(20), Duration.ofSeconds(20));

    final MutableClock clock = MutableClock.running();
    final Cable cable;
    final Cable phoneCable;

    /** Work that may fail. */
    interface ThrowingRunnable {
        void run() throws Exception;
    }

    private final Path folder;
    private final UnaryOperator<Settings> settings;
    private final SecureRandom random = new SecureRandom();
    private final List<AutoCloseable> devices = new ArrayList<>();
    private Node node;
    private @Nullable Node phonesNode;

    World(Path folder) throws Exception {
        this(folder, settings -> settings);
    }

    World(Path folder, UnaryOperator<Settings> settings) throws Exception {
        this.folder = folder;
        this.settings = settings;
        this.node = startNode();
        this.cable = new Cable(node.port());
        this.phoneCable = new Cable(node.port());
    }

    /**
     * Phones are on a node of their own, which shares with that of the desktops what the settings say, and the keys.
     */
    static World onTwoNodes(Path folder, UnaryOperator<Settings> settings) throws Exception {
        World world = new World(folder, settings);
        Path data = world.withTheSameKeys("server-of-phones");
        Node phonesNode = Node.start(settings.apply(standard(data)), world.clock);
        world.phonesNode = phonesNode;
        world.phoneCable.plugInto(phonesNode.port());
        return world;
    }

    /**
     * Desktops come to yet another node from now on, a program with those options and the same keys; to be closed by
     * whoever calls this.
     */
    ServerProcess desktopsComeToAProgram(String... options) throws IOException {
        ServerProcess program = ServerProcess.start(withTheSameKeys("server-of-desktops"), options);
        cable.plugInto(program.address().getPort());
        return program;
    }

    /** Desktops come to their first node again from now on. */
    void desktopsComeBack() {
        cable.plugInto(node.port());
    }

    private Path withTheSameKeys(String name) throws IOException {
        Path data = Files.createDirectory(folder.resolve(name));
        for (String file : List.of("server-id", "signing-key.pem", AuthKeys.ADMIN_TOKEN_FILE)) {
            Files.copy(folder.resolve("server").resolve(file), data.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return data;
    }

    /** A phone that nobody is signed in on yet. */
    PhoneClient phone(String profile) {
        return phone(profile, phoneCable);
    }

    private PhoneClient phone(String profile, Cable way) {
        PhoneClient phone = Clients.phone(ClientConfig.of(
                        behind(way),
                        new DeviceFacts(profile, "Phone 1", "TestOS"),
                        new ProfileFolder(profileFolder(profile)))
                .withClock(clock)
                .withRandom(random)
                .withTiming(TIMING));
        devices.add(phone);
        phone.start();
        return phone;
    }

    /** A phone whose owner has a new account with that handle. */
    PhoneClient signedUp(String handle) throws Exception {
        return signedUp(handle, phoneCable);
    }

    /** The same, with a phone that is connected as the desktops are. */
    PhoneClient signedUpBesideTheDesktops(String handle) throws Exception {
        return signedUp(handle, cable);
    }

    private PhoneClient signedUp(String handle, Cable way) throws Exception {
        PhoneClient phone = phone(handle + "-phone", way);
        phone.signUp(handle, capitalised(handle), PASSWORD).get(Deadlines.seconds(20), TimeUnit.SECONDS);
        online(phone);
        return phone;
    }

    /** Waits until the phone holds its chat connection. */
    void online(PhoneClient phone) {
        await(phone::state, state -> state instanceof PhoneState.SignedIn in && in.trouble() == null);
    }

    /** A desktop that starts with whatever that profile has kept. */
    WebClient desktop(String profile) {
        return desktop(profile, clock);
    }

    /** The same, on a machine with a clock of its own. */
    WebClient desktop(String profile, Clock itsClock) {
        WebClient desktop = Clients.web(ClientConfig.of(
                        behind(cable),
                        new DeviceFacts(profile, "Desktop 1", "TestOS"),
                        new ProfileFolder(profileFolder(profile)))
                .withClock(itsClock)
                .withRandom(random)
                .withTiming(TIMING));
        devices.add(desktop);
        desktop.start();
        return desktop;
    }

    /** A desktop in the Authenticated State, linked by that phone. */
    WebClient linked(PhoneClient phone, String profile) throws Exception {
        WebClient desktop = desktop(profile);
        AuthHttp.LinkOffer offer = scan(phone, code(desktop));
        done(phone.links().approve(offer.linkId()));
        authenticated(desktop);
        return desktop;
    }

    /** The text of the code that the desktop shows now. */
    String code(WebClient desktop) {
        return guest(desktop).code().qrText().value();
    }

    SessionState.Guest guest(WebClient desktop) {
        return await(desktop::state, SessionState.Guest.class);
    }

    SessionState.Authenticated authenticated(WebClient desktop) {
        return (SessionState.Authenticated) await(
                desktop::state, state -> state instanceof SessionState.Authenticated in && in.trouble() == null);
    }

    /** Returns what the phone learns when it scans that code. */
    AuthHttp.LinkOffer scan(PhoneClient phone, String qrText) throws Exception {
        return done(claim(phone, qrText));
    }

    CompletableFuture<AuthHttp.LinkOffer> claim(PhoneClient phone, String qrText) {
        if (!(phone.links().read(qrText) instanceof QrText.Ours ours)) {
            throw new AssertionError(
                    "the phone takes the code for " + phone.links().read(qrText));
        }
        return phone.links().claim(ours);
    }

    /** Shuts the server down in order, and starts another on the same data. */
    void restartServer() throws Exception {
        restartServer(() -> {});
    }

    /** The same, with something done while there is none. */
    void restartServer(ThrowingRunnable meanwhile) throws Exception {
        node.close();
        meanwhile.run();
        node = startNode();
        cable.plugInto(node.port());
        phoneCable.plugInto(node.port());
    }

    /** Does the same as the server's command {@code ban}. */
    void ban(String handle, AuthHttp.Ban ban) throws Exception {
        String token = Files.readString(folder.resolve("server").resolve(AuthKeys.ADMIN_TOKEN_FILE));
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(node.adminAddress() + AuthHttp.ADMIN_BAN.replace("{handle}", handle)))
                    .PUT(HttpRequest.BodyPublishers.ofString(Wire.write(ban)))
                    .header("Authorization", "Bearer " + token.strip())
                    .header("Content-Type", "application/json")
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new AssertionError("the ban was answered " + answer.statusCode() + " " + answer.body());
            }
        }
    }

    /** Returns where the server's admin door is. */
    String adminAddress() {
        return node.adminAddress();
    }

    /** Returns where the server itself is reached, past the cables. */
    String address() {
        return node.address();
    }

    CredentialStore store(String profile) {
        return new ProfileFolder(profileFolder(profile)).credentials(new SecureRandom());
    }

    Path profileFolder(String profile) {
        return folder.resolve("devices").resolve(profile);
    }

    /** Waits until it is so, and says what it was. */
    static <T> T await(Supplier<T> what, Predicate<T> so) {
        AtomicReference<T> seen = new AtomicReference<>();
        Eventually.holds(() -> "it still is " + seen, () -> {
            seen.set(what.get());
            return so.test(seen.get());
        });
        return seen.get();
    }

    static <S, T extends S> T await(Supplier<S> what, Class<T> kind) {
        return kind.cast(await(what, kind::isInstance));
    }

    /** The answer, or the failure that came instead of it. */
    static <T> T done(CompletableFuture<T> answer) throws Exception {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in " + PATIENCE.toSeconds() + " s", e);
        }
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable device : devices.reversed()) {
            device.close();
        }
        cable.close();
        phoneCable.close();
        node.close();
        if (phonesNode != null) {
            phonesNode.close();
        }
    }

    private Node startNode() throws Exception {
        return Node.start(settings.apply(standard(folder.resolve("server"))), clock);
    }

    private static URI behind(Cable cable) {
        return URI.create("http://127.0.0.1:" + cable.port());
    }

    private static String capitalised(String handle) {
        return Character.toUpperCase(handle.charAt(0)) + handle.substring(1);
    }

    /** On any free port, and without limits per account: a test acts faster than a person. */
    private static Settings standard(Path data) {
        return Settings.standard(data)
                .withPort(0)
                .with(AuthNodes.CHEAP)
                .with(ChatLimits.standard().withAccounts(AccountLimits.unlimited()));
    }
}
