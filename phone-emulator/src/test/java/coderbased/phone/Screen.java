package coderbased.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import coderbased.camera.CameraChoice;
import coderbased.camera.Cameras;
import coderbased.camera.Patience;
import coderbased.client.PhoneClient;
import coderbased.fx.Layouts;
import coderbased.fx.SpokenNames;
import coderbased.fx.ThemeChoice;
import coderbased.phone.parts.PhoneIds;
import coderbased.phone.parts.PhoneSettings;
import coderbased.testing.Deadlines;
import coderbased.testing.MutableClock;
import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.robot.BaseRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A real phone window on the platform without a display, driven as a person drives it.
 *
 * @param <P> who speaks for the server: a client that the test plays, or a real one
 * <p>With {@code -Dshots=FOLDER} each {@link #shot} is kept as a picture to look at.
 */
public final class Screen<P extends PhoneClient> implements AutoCloseable {

    private static final long LIMIT_SECONDS = Deadlines.seconds(30);
    private static final Patience QUICK =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(200), Duration.ofMillis(300));

    public final P phone;
    public final MutableClock clock = MutableClock.standingAt(PlayedPhone.NOON);
    public final PhoneSettings settings = PhoneSettings.unsaved();
    public final List<URI> serversWanted = new CopyOnWriteArrayList<>();
    public final List<WebcamDevice> webcams = new CopyOnWriteArrayList<>();
    private final FxRobot robot = new FxRobot();
    private final Stage stage;
    private PhoneWindow window;

    private Screen(P phone, ThemeChoice theme, CameraChoice camera) throws TimeoutException {
        this.phone = phone;
        settings.theme().set(theme);
        settings.camera().set(camera);
        stage = FxToolkit.registerPrimaryStage();
        Cameras cameras = new Cameras(this::driver, QUICK, InstantSource.system());
        onFx(() -> {
            window = new PhoneWindow(stage, phone, settings, cameras, clock, (server, between) -> {
                serversWanted.add(server);
                between.run();
            });
            stage.setX(20);
            stage.setY(20);
            window.show();
            stage.requestFocus();
            return null;
        });
    }

    public static <P extends PhoneClient> Screen<P> of(P phone) throws TimeoutException {
        return of(phone, ThemeChoice.LIGHT);
    }

    static <P extends PhoneClient> Screen<P> of(P phone, ThemeChoice theme) throws TimeoutException {
        return of(phone, theme, new CameraChoice.Off());
    }

    public static <P extends PhoneClient> Screen<P> of(P phone, ThemeChoice theme, CameraChoice camera)
            throws TimeoutException {
        return new Screen<>(phone, theme, camera);
    }

    public Screen<P> click(String query) {
        awaitShown(query);
        return press(query, 1);
    }

    public Screen<P> doubleClick(String query) {
        awaitShown(query);
        return press(query, 2);
    }

    /** Moves straight to the middle of the node: the tool's own mouse takes a detour. */
    private Screen<P> press(String query, int times) {
        BaseRobot mouse = robot.robotContext().getBaseRobot();
        Bounds at = onFx(() -> {
            Node node = node(query);
            return node.localToScreen(node.getBoundsInLocal());
        });
        mouse.moveMouse(new Point2D(at.getCenterX(), at.getCenterY()));
        for (int i = 0; i < times; i++) {
            mouse.pressMouse(MouseButton.PRIMARY);
            mouse.releaseMouse(MouseButton.PRIMARY);
        }
        return settle();
    }

    public Screen<P> type(String query, String text) {
        click(query);
        onFx(() -> {
            ((TextInputControl) node(query)).clear();
            return null;
        });
        return write(text);
    }

    /** Types where the keyboard is. */
    public Screen<P> write(String text) {
        Node field = focused();
        return onFx(() -> {
            text.chars().mapToObj(Character::toString).forEach(key -> Event.fireEvent(field, typed(key)));
            return this;
        });
    }

    private static KeyEvent typed(String key) {
        return new KeyEvent(KeyEvent.KEY_TYPED, key, "", KeyCode.UNDEFINED, false, false, false, false);
    }

    /** Presses keys together and lets them go; straight, for the tool's own keyboard pauses at each. */
    public Screen<P> press(KeyCode... keys) {
        BaseRobot keyboard = robot.robotContext().getBaseRobot();
        for (KeyCode key : keys) {
            keyboard.pressKeyboard(key);
        }
        for (int i = keys.length - 1; i >= 0; i--) {
            keyboard.releaseKeyboard(keys[i]);
        }
        return settle();
    }

    /** Holds a key down, as auto-repeat does, without letting it go. */
    public Screen<P> hold(KeyCode key) {
        robot.robotContext().getBaseRobot().pressKeyboard(key);
        return settle();
    }

    public Screen<P> release(KeyCode key) {
        robot.robotContext().getBaseRobot().releaseKeyboard(key);
        return settle();
    }

    /** Chooses a camera. */
    public void use(CameraChoice camera) {
        onFx(() -> {
            settings.camera().set(camera);
            return null;
        });
    }

    public Screen<P> focus(String query) {
        awaitShown(query);
        onFx(() -> {
            node(query).requestFocus();
            return null;
        });
        return this;
    }

    /** Types a code; its last key is Enter, which must not answer the next sheet. */
    public void typeCode() {
        click("#" + PhoneIds.TAB_SCAN)
                .click("#" + PhoneIds.SCAN_TYPE)
                .type("#" + PhoneIds.TYPED_CODE, "abcd-efgh")
                .press(KeyCode.ENTER);
        awaitShown("#" + PhoneIds.LINK_SHEET);
    }

    public String text(String query) {
        return words(onFx(() -> node(query)));
    }

    String words(Node node) {
        return onFx(() -> switch (node) {
            case Labeled label -> label.getText() == null ? "" : label.getText();
            case TextInputControl input -> input.getText();
            case Node other -> throw new IllegalArgumentException("no text in " + other);
        });
    }

    /** Returns the words of everything on screen that the query finds. */
    public List<String> texts(String query) {
        return onFx(() -> robot.lookup(query).queryAllAs(Labeled.class).stream()
                .filter(Screen::isShown)
                .map(Labeled::getText)
                .toList());
    }

    public boolean shows(String query) {
        return onFx(() -> robot.lookup(query).queryAll().stream().anyMatch(Screen::isShown));
    }

    public Node node(String query) {
        return onFx(() -> robot.lookup(query).queryAll().stream()
                .filter(Screen::isShown)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing on screen is " + query)));
    }

    public Node focused() {
        return onFx(() -> stage.getScene().getFocusOwner());
    }

    public void awaitShown(String query) {
        await("to see " + query, () -> shows(query));
    }

    public void awaitGone(String query) {
        await("no longer to see " + query, () -> !shows(query));
    }

    public void awaitText(String query, String wanted) {
        await(query + " to say: " + wanted, () -> says(query, wanted::equals));
    }

    /** Waits until the node is shown with such a text. */
    public void awaitText(String query, Predicate<String> wanted) {
        await(query + " to say what is wanted", () -> says(query, wanted));
    }

    /** True if the node is shown with such a text; both are read at one moment. */
    private boolean says(String query, Predicate<String> wanted) {
        return onFx(() -> robot.lookup(query).queryAll().stream()
                .filter(Screen::isShown)
                .limit(1)
                .map(this::words)
                .anyMatch(wanted));
    }

    public void assertText(String query, String wanted) {
        assertEquals(wanted, text(query), query);
    }

    public void await(String what, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, condition::getAsBoolean);
        } catch (TimeoutException _) {
            shot("failed");
            fail("waited " + LIMIT_SECONDS + " s for " + what);
        }
        settle();
    }

    /** Keeps what is on screen, if somebody wants to look. */
    public void shot(String name) {
        String folder = System.getProperty("shots");
        if (folder != null) {
            settle();
            onFx(() -> {
                var picture = SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null);
                Path file = Files.createDirectories(Path.of(folder)).resolve(name + ".png");
                return ImageIO.write(picture, "png", file.toFile());
            });
        }
    }

    /** Returns the controls that the keyboard reaches and that have no accessible name. */
    List<String> nameless() {
        return onFx(() -> SpokenNames.missing(stage.getScene().getRoot()));
    }

    public Screen<P> settle() {
        Layouts.pass(stage.getScene());
        return this;
    }

    public <T> T onFx(Callable<T> task) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(LIMIT_SECONDS * 1000L, task);
        }
        try {
            return task.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            window.close();
            return null;
        });
        robot.release(new KeyCode[0]);
        robot.release(new MouseButton[0]);
    }

    private WebcamDriver driver() {
        return new WebcamDriver() {
            @Override
            public List<WebcamDevice> getDevices() {
                return List.copyOf(webcams);
            }

            @Override
            public boolean isThreadSafe() {
                return true;
            }
        };
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }
}
