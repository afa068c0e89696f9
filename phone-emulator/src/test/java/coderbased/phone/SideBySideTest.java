package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.SessionState;
import coderbased.client.ThisDevice;
import coderbased.client.WebClient;
import coderbased.client.keys.ProfileFolder;
import coderbased.desktop.DesktopWindow;
import coderbased.fx.Pulses;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import coderbased.fx.thread.ThreadRow;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.phone.parts.PhoneSettings;
import coderbased.protocol.Contact;
import coderbased.protocol.QrText;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A desktop's and a phone's window side by side, both before one real server: how soon what is typed on one is on the
 * other, and how smooth typing stays while a hundred messages a second arrive. Prints what it measures; it fails only
 * where something does not arrive.
 */
@Tag("nightly")
class SideBySideTest {

    private static final int MESSAGES = 30;

    /** Until Java has compiled what comes by then. */
    private static final int EARLIER_MESSAGES = 150;

    private static final int FLOOD = 1_000;
    private static final long KEY_INTERVAL_MILLIS = 10;
    private static final String TYPED = "the quick brown fox jumps over the lazy dog ".repeat(4);
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private Node server;
    private PhoneClient ada;
    private PhoneClient bob;
    private WebClient web;
    private PhoneWindow phone;
    private Stage phoneStage;
    private Stage desktopStage;
    private String conversation;

    @BeforeEach
    void bothAreSignedInAndShowTheSameThread() throws Exception {
        server = Node.start(Settings.standard(folder.resolve("server")).withPort(0), clock);
        ada = signedUp("ada", "Ada");
        bob = signedUp("bob", "Bob");
        Contact reader = bob.chat()
                .findPeople("ada")
                .get(Deadlines.seconds(30), TimeUnit.SECONDS)
                .getFirst();
        conversation = bob.chat().openWith(reader.accountId()).get(Deadlines.seconds(30), TimeUnit.SECONDS);
        say("first");
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(this::openBoth);
        linkTheDesktop();
        openThread(desktopStage.getScene());
        openThread(phoneStage.getScene());
    }

    private void openBoth() {
        desktopStage = new Stage();
        var settings = coderbased.desktop.DesktopSettings.DEFAULT
                .withServer(URI.create(server.address()))
                .withPlace(new WindowPlace(0, 0, 600, 780));
        SettingsFile store = new SettingsFile(folder.resolve("desktop.properties"));
        new DesktopWindow(
                        desktopStage,
                        address -> {
                            web = Clients.web(ClientConfig.of(
                                            address,
                                            ThisDevice.facts("Coderbased Desktop 0.1.0"),
                                            new ProfileFolder(folder.resolve("desktop")))
                                    .withClock(clock)
                                    .withRandom(random));
                            return web;
                        },
                        settings,
                        store,
                        clock)
                .open();
        phoneStage = new Stage();
        phoneStage.setX(605);
        phone = new PhoneWindow(phoneStage, ada, PhoneSettings.unsaved());
        phone.show();
    }

    private void linkTheDesktop() throws Exception {
        until("a code", () -> web.state() instanceof SessionState.Guest);
        String shown = assertInstanceOf(SessionState.Guest.class, web.state())
                .code()
                .qrText()
                .value();
        var offer = ada.links()
                .claim(assertInstanceOf(QrText.Ours.class, ada.links().read(shown)))
                .get(Deadlines.seconds(30), TimeUnit.SECONDS);
        ada.links().approve(offer.linkId()).get(Deadlines.seconds(30), TimeUnit.SECONDS);
        until("the desktop to be in", () -> web.state() instanceof SessionState.Authenticated);
    }

    @AfterEach
    void allOver() throws Exception {
        FxToolkit.setupFixture(() -> {
            desktopStage.close();
            phone.close();
        });
        ada.close();
        bob.close();
        server.close();
    }

    @Test
    void messageAppearsQuicklyOnTheOtherApp() throws Exception {
        sayBackAndForth("just started", MESSAGES);
        sayBackAndForth("in between", EARLIER_MESSAGES);
        sayBackAndForth("a little later", MESSAGES);
    }

    private void sayBackAndForth(String when, int times) throws Exception {
        List<Long> fromDesktop = new ArrayList<>();
        List<Long> fromPhone = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            fromDesktop.add(nanosTo(phoneStage.getScene(), desktopStage.getScene(), when + ", desktop " + i));
            fromPhone.add(nanosTo(desktopStage.getScene(), phoneStage.getScene(), when + ", phone " + i));
        }
        System.out.println("Enter on the desktop to the phone's picture, " + when + ": " + told(fromDesktop));
        System.out.println("Enter on the phone to the desktop's picture, " + when + ": " + told(fromPhone));
    }

    /** Measures one app alone: no second window is drawn on the measured thread. */
    @Test
    void messageAppearsQuicklyOnASingleWindow() throws Exception {
        onFx(() -> {
            desktopStage.hide();
            return true;
        });
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        for (int i = 0; i < EARLIER_MESSAGES + MESSAGES; i++) {
            String words = "alone " + i;
            (i < EARLIER_MESSAGES ? before : after).add(nanosTo(phoneStage.getScene(), words, () -> say(words)));
        }
        System.out.println("Sent elsewhere to the phone's picture, just started: " + told(before.subList(0, MESSAGES)));
        System.out.println("Sent elsewhere to the phone's picture, a little later: " + told(after));
    }

    @Test
    void typingStaysSmoothWhileAHundredMessagesASecondArrive() throws Exception {
        Scene desktop = desktopStage.getScene();
        Pulses pulses = new Pulses();
        List<Long> pictures = new ArrayList<>();
        Runnable atPicture = () -> pictures.add(System.nanoTime());
        List<Long> keys = new ArrayList<>();
        onFx(() -> {
            pulses.watch(desktop);
            desktop.addPostLayoutPulseListener(atPicture);
            return desktop.lookup("#composer");
        });
        AtomicInteger said = new AtomicInteger();
        try (ScheduledExecutorService sender = Executors.newSingleThreadScheduledExecutor()) {
            var sending = sender.scheduleAtFixedRate(
                    () -> {
                        if (said.get() < FLOOD) {
                            say("flood " + said.incrementAndGet());
                        }
                    },
                    0,
                    KEY_INTERVAL_MILLIS,
                    TimeUnit.MILLISECONDS);
            for (char c : TYPED.toCharArray()) {
                keys.add(typed(desktop, String.valueOf(c)));
            }
            until("all to be sent", () -> said.get() == FLOOD);
            sending.cancel(false);
        }
        until("all to be on the desktop", () -> onFx(() -> last(desktop).equals("flood " + FLOOD)));
        until(
                "all to be on the phone",
                () -> onFx(() -> last(phoneStage.getScene()).equals("flood " + FLOOD)));
        assertEquals(TYPED, onFx(() -> ((TextArea) desktop.lookup("#composer")).getText()));
        System.out.println("Work of the JavaFX thread per picture of the desktop: " + pulses.told());
        System.out.println("From one picture to the next, both windows drawn in software: " + gaps(pictures));
        System.out.println("From a key to the next picture: " + told(keys));
    }

    /** Types one character; how long until the next picture, in nanoseconds. */
    private static long typed(Scene scene, String character) throws Exception {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        onFx(() -> {
            long began = System.nanoTime();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    drawn.complete(System.nanoTime() - began);
                }
            });
            scene.lookup("#composer")
                    .fireEvent(new KeyEvent(
                            KeyEvent.KEY_TYPED, character, character, KeyCode.UNDEFINED, false, false, false, false));
            return true;
        });
        return drawn.get(Deadlines.seconds(30), TimeUnit.SECONDS);
    }

    /** Sends on one window; how long until the other has laid it out, in nanoseconds. */
    private static long nanosTo(Scene reader, Scene writer, String words) throws Exception {
        return nanosTo(reader, words, () -> {
            ((TextArea) writer.lookup("#composer")).setText(words);
            ((Button) writer.lookup("#send")).fire();
        });
    }

    private static long nanosTo(Scene reader, String words, Runnable send) throws Exception {
        CompletableFuture<Long> shown = new CompletableFuture<>();
        Runnable[] look = new Runnable[1];
        onFx(() -> {
            long began = System.nanoTime();
            look[0] = () -> {
                if (last(reader).equals(words)) {
                    shown.complete(System.nanoTime() - began);
                }
            };
            reader.addPostLayoutPulseListener(look[0]);
            send.run();
            return true;
        });
        long nanos = shown.get(Deadlines.seconds(30), TimeUnit.SECONDS);
        onFx(() -> {
            reader.removePostLayoutPulseListener(look[0]);
            return true;
        });
        return nanos;
    }

    private static String last(Scene scene) {
        return scene.lookup("#message-list") instanceof ListView<?> list
                        && !list.getItems().isEmpty()
                        && list.getItems().getLast() instanceof ThreadRow.Bubble bubble
                        && bubble.said() instanceof ThreadRow.Words words
                ? words.text()
                : "";
    }

    private void openThread(Scene scene) throws Exception {
        until(
                "the list",
                () -> onFx(() -> scene.lookup("#conversation-list") instanceof ListView<?> list
                        && !list.getItems().isEmpty()));
        onFx(() -> {
            ListView<?> list = (ListView<?>) scene.lookup("#conversation-list");
            list.getSelectionModel().select(0);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        until("the thread", () -> onFx(() -> last(scene).equals("first")));
    }

    private void say(String words) {
        bob.chat().conversation(conversation).send(words, null);
    }

    private PhoneClient signedUp(String handle, String name) throws Exception {
        PhoneClient client = Clients.phone(ClientConfig.of(
                        URI.create(server.address()),
                        ThisDevice.facts("Coderbased Phone 0.1.0"),
                        new ProfileFolder(folder.resolve(handle)))
                .withClock(clock)
                .withRandom(random));
        client.start();
        client.signUp(handle, name, PASSWORD).get(Deadlines.seconds(30), TimeUnit.SECONDS);
        until(
                name + " to be online",
                () -> client.state() instanceof PhoneState.SignedIn in
                        && in.trouble() == null
                        && client.chat().state().caughtUp());
        return client;
    }

    private static String gaps(List<Long> pictures) {
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < pictures.size(); i++) {
            gaps.add(pictures.get(i) - pictures.get(i - 1));
        }
        long late = gaps.stream()
                .filter(gap -> gap > TimeUnit.MILLISECONDS.toNanos(32))
                .count();
        return gaps.size() + " pictures, " + late + " more than 32 ms after the one before; " + told(gaps);
    }

    private static String told(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return "median " + millis(sorted, 0.5) + " ms, 95 of 100 within " + millis(sorted, 0.95) + " ms, longest "
                + millis(sorted, 1) + " ms";
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) ((sorted.size() - 1) * share)) / 100_000 / 10.0;
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        assertTrue(condition != null, what);
        WaitForAsyncUtils.waitFor(Deadlines.seconds(60), TimeUnit.SECONDS, condition);
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), task);
    }
}
