package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.net.ServerTrust;
import coderbased.fx.Layouts;
import coderbased.fx.ThemeChoice;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import coderbased.testing.Deadlines;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A desktop window with a fake client and a robot: all that the tests use of TestFX. */
final class TestWindow implements AutoCloseable {

    final FakeWebClient client;
    final FxRobot robot = new FxRobot();
    private Stage stage;
    URI connectedTo = URI.create("http://nowhere");

    TestWindow(ThemeChoice theme, double width, double height, SettingsFile store) throws TimeoutException {
        this(new FakeWebClient(), theme, width, height, store);
    }

    private TestWindow(FakeWebClient client, ThemeChoice theme, double width, double height, SettingsFile store)
            throws TimeoutException {
        this.client = client;
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(() -> {
            stage = new Stage();
            DesktopSettings settings =
                    DesktopSettings.in(store).withTheme(theme).withPlace(new WindowPlace(0, 0, width, height));
            new DesktopWindow(stage, this::connect, settings, store, States.CLOCK).open();
        });
    }

    TestWindow(Path folder) throws TimeoutException {
        this(ThemeChoice.LIGHT, 1000, 700, new SettingsFile(folder.resolve("settings.properties")));
    }

    /** @param trust of the client in its server */
    TestWindow(Path folder, ServerTrust trust) throws TimeoutException {
        this(
                new FakeWebClient(trust),
                ThemeChoice.LIGHT,
                1000,
                700,
                new SettingsFile(folder.resolve("settings.properties")));
    }

    private FakeWebClient connect(URI server) {
        connectedTo = server;
        return client;
    }

    /** Puts the client into a state; returns when the window has drawn it. */
    void tell(SessionState state) {
        client.tell(state);
        Layouts.pass(stage.getScene());
    }

    /** Returns a visible node. */
    Node node(String id) {
        return until(() -> onFx(() -> stage.getScene().getRoot().lookupAll(id).stream()
                .filter(TestWindow::isSeen)
                .findFirst()
                .orElse(null)));
    }

    /** True if there is one. */
    boolean sees(String id) {
        return onFx(() -> stage.getScene().getRoot().lookupAll(id).stream().anyMatch(TestWindow::isSeen));
    }

    /** Returns the text of a visible node. */
    String text(String id) {
        Node node = node(id);
        return onFx(() -> ((Labeled) node).getText());
    }

    void click(String id) {
        Node node = node(id);
        Layouts.pass(node.getScene());
        robot.clickOn(node);
        Layouts.pass(stage.getScene());
    }

    /** Returns the content of the window. */
    WritableImage picture() {
        return onFx(() -> stage.getScene().snapshot(null));
    }

    /** Returns the width of a visible node, in pixels. */
    double width(String id) {
        Node node = node(id);
        return onFx(() -> node.getLayoutBounds().getWidth());
    }

    /** Makes the window that large; returns when it has drawn itself. */
    void size(double width, double height) {
        onFx(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return true;
        });
        Layouts.pass(stage.getScene());
    }

    String title() {
        return onFx(stage::getTitle);
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Waits until the question has an answer other than null and false. */
    static <T> T until(Callable<T> question) {
        Object[] answer = new Object[1];
        try {
            WaitForAsyncUtils.waitFor(Deadlines.seconds(30), TimeUnit.SECONDS, () -> {
                answer[0] = question.call();
                return answer[0] != null && !answer[0].equals(false);
            });
        } catch (TimeoutException e) {
            throw new AssertionError("waited for in vain", e);
        }
        @SuppressWarnings("unchecked")
        T found = (T) answer[0];
        return found;
    }

    static <T> T onFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(Deadlines.millis(30_000), question);
    }

    private static boolean isSeen(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws TimeoutException {
        FxToolkit.setupFixture(() -> stage.close());
    }
}
