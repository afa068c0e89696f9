package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.camera.Cameras;
import coderbased.client.PhoneClient;
import coderbased.fx.FocusKeeper;
import coderbased.fx.FxThread;
import coderbased.fx.Theme;
import coderbased.fx.notify.Chime;
import coderbased.fx.program.WindowPlace;
import coderbased.phone.parts.PhoneSettings;
import coderbased.phone.parts.PhoneTools;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * A phone in a window.
 *
 * <p>Any program can open one, several in one JVM too: it gives the stage, a client that has been started or will be,
 * and the settings. Its nodes have the ids in {@link coderbased.phone.parts.PhoneIds}. Use on the
 * JavaFX thread.
 */
public final class PhoneWindow implements AutoCloseable {

    /** The size of the screen in the window, in pixels. */
    public static final double WIDTH = 390;

    public static final double HEIGHT = 780;

    private static final String STYLE = "/coderbased/phone/phone.css";

    private final Stage stage;
    private final PhoneViewModel viewModel;
    private final PhoneSettings settings;

    /** Makes a phone with this computer's cameras and clock that stays with its server. */
    public PhoneWindow(Stage stage, PhoneClient client, PhoneSettings settings) {
        this(
                stage,
                client,
                settings,
                Cameras.ofThisComputer(Clock.systemDefaultZone()),
                Clock.systemDefaultZone(),
                (other, between) -> {});
    }

    /**
     * A phone.
     *
     * @param client closed by the caller, after the window
     * @param onServer new connections to a server are wanted: the caller closes window and client, runs the task, and
     *     opens another window with another client
     */
    public PhoneWindow(
            Stage stage,
            PhoneClient client,
            PhoneSettings settings,
            Cameras cameras,
            Clock clock,
            BiConsumer<URI, Runnable> onServer) {
        this.stage = stage;
        this.settings = settings;
        PhoneTools tools = new PhoneTools(cameras, FxThread.executor(), clock, Chime.CODE_READ::play);
        viewModel = new PhoneViewModel(client, settings, tools, onServer);
        Scene scene = new Scene(new PhoneView(viewModel), WIDTH, HEIGHT);
        dress(scene, settings);
        FocusKeeper.watch(scene);
        stage.setScene(scene);
        stage.setTitle(MESSAGES.text("phone.title"));
        stage.setMinWidth(340);
        stage.setMinHeight(560);
        if (settings.place().get() != null) {
            WindowPlace.restore(settings.place().get(), stage, WIDTH, HEIGHT);
        }
        new Attention(stage, viewModel).watch();
    }

    static void dress(Scene scene, PhoneSettings settings) {
        Theme theme = new Theme(settings.theme().get());
        theme.choiceProperty().bind(settings.theme());
        theme.dress(scene);
        scene.getStylesheets()
                .add(Objects.requireNonNull(PhoneWindow.class.getResource(STYLE), STYLE)
                        .toExternalForm());
    }

    /** Shows it. */
    public void show() {
        stage.show();
    }

    /** Tells the person something once, above everything else. */
    public void tell(String sentence) {
        viewModel.tell(sentence);
    }

    /** Takes over what was typed into the sign-in form of another window. */
    void takeOver(PhoneWindow before) {
        viewModel.signIn().takeOver(before.viewModel.signIn());
    }

    /** Closes the window and gives the camera back. The client goes on. */
    @Override
    public void close() {
        settings.place().set(WindowPlace.of(stage, settings.place().get()));
        viewModel.close();
        stage.close();
    }
}
