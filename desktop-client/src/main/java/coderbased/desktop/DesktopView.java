package coderbased.desktop;

import coderbased.fx.Icons;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** All of the window: the screen of the moment, banners above it, sheets over it, and the keys that work everywhere. */
final class DesktopView extends StackPane implements SheetCommands {

    private static final KeyCombination SETTINGS = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SEARCH = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEW_CHAT = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);

    private final Supplier<SettingsViewModel> settings;
    private final Map<Screen, Node> views = new HashMap<>();
    private final BorderPane page = new BorderPane();
    private final HBox topBar = topBar();
    private final Sheets sheets = new Sheets();
    private final EventHandler<KeyEvent> keys = this::onKey;

    /**
     * @param settings the settings as they stand, each time the sheet is opened
     * @param settingsSetAside where unreadable settings were put, to be told once
     */
    DesktopView(DesktopViewModel viewModel, Supplier<SettingsViewModel> settings, Optional<String> settingsSetAside) {
        this.settings = settings;
        setId("desktop");
        VBox top = new VBox(topBar, NoticeBanner.of(viewModel.notice()));
        settingsSetAside.map(NoticeBanner::settingsSetAside).ifPresent(top.getChildren()::add);
        page.setTop(top);
        getChildren().addAll(page, new EnlargedCodeView(viewModel.guest()), sheets);
        viewModel.screen().subscribe(this::show);
        sceneProperty().subscribe(this::onScene);
    }

    /** Keys go to the scene itself while nothing in it has the focus. */
    private void onScene(@Nullable Scene left, @Nullable Scene entered) {
        if (left != null) {
            left.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
        if (entered != null) {
            entered.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        }
    }

    private void show(Screen screen) {
        views.keySet().removeIf(old -> old instanceof SignedInViewModel && old != screen);
        topBar.setVisible(!(screen instanceof SignedInViewModel));
        topBar.setManaged(topBar.isVisible());
        page.setCenter(views.computeIfAbsent(screen, this::build));
    }

    private Node build(Screen screen) {
        return switch (screen) {
            case ConnectingViewModel vm -> new ConnectingView(vm, this::openSettings);
            case GuestViewModel vm -> new GuestView(vm);
            case PausedViewModel vm -> new PausedView(vm);
            case ScannedViewModel vm -> new ScannedView(vm);
            case ReinitialisingViewModel vm -> new ReinitialisingView(vm, this::openSettings);
            case SignedInViewModel vm -> new SignedInView(vm, this);
            case StoppedViewModel vm -> new StoppedView(vm);
        };
    }

    private HBox topBar() {
        Label name = new Label("Coderbased Chat", Icons.icon("mdi2m-message-text-outline", "brand-icon"));
        name.getStyleClass().add("brand");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button shortcuts = Icons.button("shortcuts", "mdi2k-keyboard-outline", "Keyboard (F1)");
        shortcuts.setOnAction(e -> openShortcuts());
        Button setting = Icons.button("settings", "mdi2c-cog-outline", "Settings");
        setting.setOnAction(e -> openSettings());
        HBox bar = new HBox(name, space, shortcuts, setting);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private void onKey(KeyEvent key) {
        if (sheets.isDisplay()) {
            return;
        }
        if (key.getCode() == KeyCode.F1) {
            openShortcuts();
        } else if (SETTINGS.match(key)) {
            openSettings();
        } else if (page.getCenter() instanceof SignedInView signedIn && SEARCH.match(key)) {
            signedIn.search();
        } else if (page.getCenter() instanceof SignedInView signedIn && NEW_CHAT.match(key)) {
            signedIn.newChat();
        }
    }

    @Override
    public void openSettings() {
        SettingsView sheet = new SettingsView(settings.get(), sheets::hide);
        sheets.open(sheet, sheet.first());
    }

    @Override
    public void openShortcuts() {
        ShortcutsView sheet = new ShortcutsView(sheets::hide);
        sheets.open(sheet, sheet.first());
    }

    @Override
    public void askToLogOut(Runnable logOut) {
        LogOutView sheet = new LogOutView(logOut, sheets::hide);
        sheets.open(sheet, sheet.first());
    }
}
