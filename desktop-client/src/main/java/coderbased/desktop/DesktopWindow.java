package coderbased.desktop;

import coderbased.client.SessionState;
import coderbased.client.WebClient;
import coderbased.fx.Countdown;
import coderbased.fx.FocusKeeper;
import coderbased.fx.FxThread;
import coderbased.fx.Theme;
import coderbased.fx.ThemeChoice;
import coderbased.fx.Ticker;
import coderbased.fx.program.SettingsFile;
import coderbased.fx.program.WindowPlace;
import java.net.URI;
import java.time.Clock;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * One desktop window: a stage, a client, and settings.
 *
 * <p>The program opens one; another program may open more in the same JVM, each with a client and settings of its own,
 * and find nodes in {@code stage.getScene()} by the ids in {@link DesktopIds}. A picture of the window is
 * {@code stage.getScene().snapshot(null)}. Use on the JavaFX thread.
 */
public final class DesktopWindow {

    private static final double MIN_WIDTH = 360;
    private static final double MIN_HEIGHT = 480;
    private static final double FIRST_WIDTH = 1040;
    private static final double FIRST_HEIGHT = 720;

    private final Stage stage;
    private final Function<URI, WebClient> connect;
    private final SettingsFile store;
    private final Clock clock;
    private final Theme theme;
    private final Scene scene = new Scene(new StackPane());
    private final Ticker ticker = new Ticker(FxThread.delay());
    private DesktopSettings settings;
    private @Nullable DesktopViewModel viewModel;
    private @Nullable NotificationWindow notifications;

    /**
     * Fills {@code stage}; {@link #open} shows it.
     *
     * @param stage not shown yet
     * @param connect makes the client for a server's address: once at opening, again when the person changes the
     *     address. The window starts the client, and closes it when the window closes
     * @param settings what holds at first
     * @param store where changes are kept, and what tells whether older settings could not be read
     * @param clock for what depends on the time
     */
    public DesktopWindow(
            Stage stage, Function<URI, WebClient> connect, DesktopSettings settings, SettingsFile store, Clock clock) {
        this.stage = stage;
        this.connect = connect;
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.theme = new Theme(settings.theme());
    }

    /** Turns on notifications in small windows at the edge of the display. Call it before {@link #open}. */
    public DesktopWindow withNotifications() {
        notifications =
                new NotificationWindow(stage, theme, () -> settings.habits().sound());
        return this;
    }

    /** Shows the window and starts its client. */
    public void open() {
        theme.dress(scene);
        FocusKeeper.watch(scene);
        scene.getStylesheets()
                .add(getClass().getResource("/coderbased/desktop/desktop.css").toExternalForm());
        stage.setScene(scene);
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setFullScreenExitHint("");
        stage.setOnHidden(e -> close());
        WindowPlace.restore(settings.place(), stage, FIRST_WIDTH, FIRST_HEIGHT);
        stage.focusedProperty().subscribe(this::onFocus);
        use(settings.server(), () -> {});
        stage.show();
    }

    /** Returns the theme of the window. Setting it changes the theme without saving it. */
    public ObjectProperty<ThemeChoice> theme() {
        return theme.choiceProperty();
    }

    /** @param between runs when the client before is closed */
    private void use(URI server, Runnable between) {
        if (viewModel != null) {
            viewModel.close();
            settings = settings.withListWidth(viewModel.listWidth().get());
        }
        between.run();
        WebClient client = connect.apply(server);
        DesktopViewModel fresh = new DesktopViewModel(client, FxThread.executor(), clock, then -> use(server, then));
        viewModel = fresh;
        fresh.listWidth().set(settings.listWidth());
        fresh.habits().set(settings.habits());
        stage.titleProperty().bind(fresh.title());
        fresh.screen().subscribe(screen -> ticker.follow(screen instanceof Countdown counting ? counting : null));
        if (notifications != null) {
            fresh.screen().subscribe(notifications::follow);
        }
        scene.setRoot(new DesktopView(
                fresh, () -> new SettingsViewModel(settings, () -> hasLogin(client.state()), this::onSettings), store));
        fresh.guest().enlarged().subscribe(stage::setFullScreen);
        stage.fullScreenProperty().subscribe(full -> {
            if (!full) {
                fresh.guest().enlarged().set(false);
            }
        });
        client.start();
    }

    private static boolean hasLogin(SessionState state) {
        return switch (state) {
            case SessionState.LoginUnstorable _,
                    SessionState.Connecting _,
                    SessionState.Guest _,
                    SessionState.Paused _,
                    SessionState.Scanned _ -> false;
            case SessionState.LoginUnavailable _,
                    SessionState.Reinitialising _,
                    SessionState.Authenticated _,
                    SessionState.Stopped _ -> true;
        };
    }

    private void onSettings(DesktopSettings changed) {
        boolean otherServer = !changed.server().equals(settings.server());
        settings = changed;
        changed.save(store);
        theme.choiceProperty().set(changed.theme());
        if (viewModel != null) {
            viewModel.habits().set(changed.habits());
        }
        if (otherServer) {
            use(changed.server(), () -> {});
        }
    }

    private void onFocus(boolean focused) {
        if (focused && viewModel != null) {
            viewModel.onFocus();
        }
    }

    private void close() {
        if (viewModel != null) {
            settings = settings.withListWidth(viewModel.listWidth().get());
            viewModel.close();
            viewModel = null;
        }
        ticker.follow(null);
        settings = settings.withPlace(WindowPlace.of(stage, settings.place()));
        settings.save(store);
    }
}
