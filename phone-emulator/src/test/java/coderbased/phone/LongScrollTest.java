package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import coderbased.chat.AccountLimits;
import coderbased.chat.ChatWrite;
import coderbased.client.ClientConfig;
import coderbased.client.Clients;
import coderbased.client.PhoneClient;
import coderbased.client.PhoneState;
import coderbased.client.ThisDevice;
import coderbased.client.keys.ProfileFolder;
import coderbased.fx.Pulses;
import coderbased.fx.thread.ThreadRow;
import coderbased.node.Node;
import coderbased.node.Settings;
import coderbased.phone.parts.PhoneSettings;
import coderbased.protocol.Body;
import coderbased.protocol.Contact;
import coderbased.store.Database;
import coderbased.store.Databases;
import coderbased.store.chat.SqlChatStore;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Scrolls back through a hundred thousand messages, in a real window before a real server, from the newest to the
 * first. Prints what each picture cost; fails where a message is skipped or memory grows.
 */
@Tag("nightly")
class LongScrollTest {

    private static final int MESSAGES = 100_000;
    private static final int BATCH = 500;
    private static final int TENTH = MESSAGES / 10;
    private static final double TURN_PIXELS = 500;
    private static final long MAX_GROWTH = 16_000_000;
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    Path folder;

    private final Clock clock = Clock.systemUTC();
    private final SecureRandom random = new SecureRandom();
    private final Pulses pulses = new Pulses();
    private Node server;
    private PhoneClient ada;
    private PhoneWindow phone;
    private Stage stage;

    @BeforeEach
    void adaAndBobHaveTalkedVeryMuch() throws Exception {
        Settings settings = Settings.standard(folder.resolve("server"));
        server = Node.start(settings.withPort(0), clock);
        String address = server.address();
        ada = client("ada");
        PhoneClient bob = client("bob");
        signUp(ada, "ada");
        signUp(bob, "bob");
        Contact other = ada.chat()
                .findPeople("bob")
                .get(Deadlines.seconds(30), TimeUnit.SECONDS)
                .getFirst();
        String conversation = ada.chat().openWith(other.accountId()).get(Deadlines.seconds(30), TimeUnit.SECONDS);
        String me = ada.chat().state().me().accountId();
        ada.close();
        bob.close();
        server.close();
        fill(conversation, me, other.accountId());
        server = Node.start(settings.withPort(URI.create(address).getPort()), clock);
        ada = client("ada");
        ada.start();
        untilOnline(ada);
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            stage = new Stage();
            phone = new PhoneWindow(stage, ada, PhoneSettings.unsaved());
            phone.show();
            pulses.watch(stage.getScene());
        });
    }

    @AfterEach
    void allOver() throws Exception {
        FxToolkit.setupFixture(phone::close);
        ada.close();
        server.close();
    }

    @Test
    void scrollingBackShowsEveryMessageAndMemoryStaysFlat() throws Exception {
        openAtTheNewest();
        WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), pulses::forget);
        long met = MESSAGES + 1;
        long early = 0;
        while (met > 1) {
            met = turn(met);
            if (early == 0 && met <= MESSAGES - TENTH) {
                early = used();
            }
        }
        long late = used();
        System.out.println("Scrolled from message " + MESSAGES + " to the first: " + pulses.told());
        System.out.println(
                "Memory after a tenth of it " + early / 1_000 + " kB, at the first message " + late / 1_000 + " kB");
        assertEquals(1, met);
        assertTrue(late < early + MAX_GROWTH, "memory grows: from " + early + " to " + late + " bytes");
    }

    /**
     * Returns the first message in the next picture, which must follow on what was in view before; then turns the wheel
     * once.
     */
    private long turn(long above) throws Exception {
        CompletableFuture<Long> seen = new CompletableFuture<>();
        onFx(() -> {
            Scene scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    long first = numbered(flow(), flow().getFirstVisibleCell());
                    long last = numbered(flow(), flow().getLastVisibleCell());
                    if (first == 0 || last >= above - 1) {
                        seen.complete(first == 0 ? above : Math.min(first, above));
                    } else {
                        seen.completeExceptionally(new AssertionError(
                                "messages " + (last + 1) + " to " + (above - 1) + " were not in view"));
                    }
                }
            });
            Platform.requestNextPulse();
            return true;
        });
        long first = seen.get(Deadlines.seconds(30), TimeUnit.SECONDS);
        onFx(() -> {
            flow().fireEvent(wheel());
            return true;
        });
        return first;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) stage.getScene().lookup("#message-list .virtual-flow");
    }

    /** Returns the number of a cell's message; of the message after it, where it shows a day; 0 for none. */
    private static long numbered(VirtualFlow<?> flow, IndexedCell<?> cell) {
        for (int i = cell == null ? Integer.MAX_VALUE : cell.getIndex(); i < flow.getCellCount(); i++) {
            if (flow.getCell(i).getItem() instanceof ThreadRow.Bubble bubble) {
                return bubble.seq();
            }
        }
        return 0;
    }

    private static ScrollEvent wheel() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                100,
                100,
                100,
                100,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                TURN_PIXELS,
                0,
                TURN_PIXELS,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    private void openAtTheNewest() throws Exception {
        Scene scene = stage.getScene();
        until(
                "the list",
                () -> scene.lookup("#conversation-list") instanceof ListView<?> list
                        && !list.getItems().isEmpty());
        onFx(() -> {
            ListView<?> list = (ListView<?>) scene.lookup("#conversation-list");
            list.getSelectionModel().select(0);
            list.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        until(
                "the thread",
                () -> scene.lookup("#message-list") instanceof ListView<?> list
                        && list.getItems().size() > BATCH / 10);
        onFx(() -> {
            ((Button) scene.lookup("#jump-to-newest")).fire();
            return true;
        });
        until(
                "the newest message",
                () -> scene.lookup("#message-list") instanceof ListView<?> list
                        && list.getItems().getLast() instanceof ThreadRow.Bubble bubble
                        && bubble.seq() == MESSAGES
                        && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
                        && numbered(flow, flow.getLastVisibleCell()) == MESSAGES);
    }

    private void fill(String conversation, String ada, String bob) throws Exception {
        try (Database database = Databases.open(folder.resolve("server").resolve("coderbased.db"))) {
            SqlChatStore store = new SqlChatStore(database, AccountLimits.unlimited());
            for (int from = 1; from <= MESSAGES; from += BATCH) {
                store.commit(
                        IntStream.range(from, from + BATCH)
                                .<ChatWrite>mapToObj(i -> new ChatWrite.Send(
                                        conversation,
                                        i % 3 == 0 ? ada : bob,
                                        "m" + i,
                                        new Body.Text(
                                                "Message " + i + ". " + "Something was said here. ".repeat(i % 7)),
                                        null,
                                        false))
                                .toList(),
                        clock.instant());
            }
        }
    }

    private PhoneClient client(String handle) {
        return Clients.phone(ClientConfig.of(
                        URI.create(server.address()),
                        ThisDevice.facts("Coderbased Phone 0.1.0"),
                        new ProfileFolder(folder.resolve(handle)))
                .withClock(clock)
                .withRandom(random));
    }

    private static void signUp(PhoneClient client, String handle) throws Exception {
        client.start();
        client.signUp(handle, handle, PASSWORD).get(Deadlines.seconds(30), TimeUnit.SECONDS);
        untilOnline(client);
    }

    private static void untilOnline(PhoneClient client) throws Exception {
        WaitForAsyncUtils.waitFor(
                Deadlines.seconds(60),
                TimeUnit.SECONDS,
                () -> client.state() instanceof PhoneState.SignedIn in
                        && in.trouble() == null
                        && client.chat().state().caughtUp());
    }

    /** Bytes in use. */
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        assertTrue(condition != null, what);
        WaitForAsyncUtils.waitFor(Deadlines.seconds(60), TimeUnit.SECONDS, () -> onFx(condition));
    }

    private static <T> T onFx(Callable<T> task) {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), task);
    }
}
