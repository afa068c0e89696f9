package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.people.ChatSheets;
import coderbased.fx.program.About;
import coderbased.fx.program.AboutView;
import coderbased.fx.program.LoginUnavailableView;
import coderbased.fx.program.SettingsFile;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole window: the current screen, banners above it, sheets over it, and the keys that work everywhere. */
final class DesktopView extends StackPane implements SheetCommands {

    private final DesktopViewModel viewModel;
    private final Supplier<SettingsViewModel> settings;
    private final Map<Screen, Node> views = new HashMap<>();
    private final BorderPane page = new BorderPane();
    private final HBox topBar = topBar();
    private final Sheets sheets = new Sheets();
    private final EventHandler<KeyEvent> keys = this::onKey;
    private final EventHandler<KeyEvent> leftOver = this::onLeftOver;

    /**
     * @param settings the settings as they stand, each time the sheet is opened
     * @param store of the settings, which tells if it cannot be read or written
     */
    DesktopView(DesktopViewModel viewModel, Supplier<SettingsViewModel> settings, SettingsFile store) {
        this.viewModel = viewModel;
        this.settings = settings;
        setId(DesktopIds.DESKTOP);
        page.setTop(new VBox(
                topBar,
                Scrolls.banners(this, page::getCenter, NoticeBanner.of(viewModel.notice()), NoticeBanner.of(store))));
        getChildren().addAll(page, new EnlargedCodeView(viewModel.guest()), sheets);
        viewModel.screen().subscribe(this::show);
        sceneProperty().subscribe(this::onScene);
    }

    /** Listens on the scene: it gets the keys while no node has the focus. */
    private void onScene(@Nullable Scene left, @Nullable Scene entered) {
        if (left != null) {
            left.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            left.removeEventHandler(KeyEvent.KEY_PRESSED, leftOver);
        }
        if (entered != null) {
            entered.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            entered.addEventHandler(KeyEvent.KEY_PRESSED, leftOver);
        }
    }

    private void show(Screen screen) {
        views.keySet().removeIf(old -> old instanceof SignedInViewModel && old != screen);
        if (!(screen instanceof SignedInViewModel) && page.getCenter() instanceof SignedInView) {
            sheets.close();
        }
        topBar.setVisible(!(screen instanceof SignedInViewModel));
        topBar.setManaged(topBar.isVisible());
        page.setCenter(views.computeIfAbsent(screen, this::build));
    }

    private Node build(Screen screen) {
        return screen instanceof SignedInViewModel || screen instanceof GuestViewModel
                ? content(screen)
                : Scrolls.screen(content(screen));
    }

    private Node content(Screen screen) {
        return switch (screen) {
            case ConnectingViewModel vm -> new ConnectingView(vm, viewModel.certificate(), this::openSettings);
            case GuestViewModel vm -> new GuestView(vm);
            case LoginUnavailableViewModel vm ->
                new LoginUnavailableView(
                        MiddleView.card("mdi2l-lock-outline"), vm.trouble(), vm::tryAgain, vm::replaceLogin);
            case PausedViewModel vm -> new PausedView(vm);
            case ScannedViewModel vm -> new ScannedView(vm);
            case ReinitialisingViewModel vm -> new ReinitialisingView(vm, viewModel.certificate(), this::openSettings);
            case SignedInViewModel vm ->
                new SignedInView(vm, this, new ChatSheets(vm.chat(), sheets), viewModel.listWidth());
            case StoppedViewModel vm -> new StoppedView(vm);
        };
    }

    private HBox topBar() {
        Label name = Parts.label(MESSAGES.text("window.title"), "brand");
        name.setGraphic(Icons.icon("mdi2m-message-text-outline", "brand-icon"));
        Button shortcuts =
                Icons.button(DesktopIds.SHORTCUTS, "mdi2k-keyboard-outline", MESSAGES.text("window.shortcuts"));
        shortcuts.setOnAction(e -> openShortcuts());
        Button setting = Icons.button(DesktopIds.SETTINGS, "mdi2c-cog-outline", MESSAGES.text("window.settings"));
        setting.setOnAction(e -> openSettings());
        HBox bar = new HBox(name, Parts.space(), shortcuts, setting);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private void onKey(KeyEvent key) {
        Shortcut shortcut = sheets.isDisplay() ? null : Shortcut.of(key);
        if (shortcut != null && press(shortcut, Shortcut.place(key))) {
            key.consume();
        }
    }

    /** Returns false if the shortcut means nothing on this screen. */
    private boolean press(Shortcut shortcut, int place) {
        switch (shortcut) {
            case HELP, HELP_TOO -> openShortcuts();
            case SETTINGS -> openSettings();
            default -> {
                return page.getCenter() instanceof SignedInView signedIn && signedIn.press(shortcut, place);
            }
        }
        return true;
    }

    /** Handles Escape after every inner node: goes one step back. */
    private void onLeftOver(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE
                && !sheets.isDisplay()
                && page.getCenter() instanceof SignedInView signedIn) {
            signedIn.stepBack();
        }
    }

    @Override
    public void openSettings() {
        SettingsView sheet = new SettingsView(settings.get(), viewModel.certificate(), sheets::hide);
        sheet.about().setOnAction(e -> openAbout(sheet));
        sheets.open(sheet, sheet.first());
    }

    /** Shows the sheet about the program; then the settings again, with what was typed there. */
    private void openAbout(SettingsView settingsSheet) {
        About about = About.of(getClass(), MESSAGES.text("window.title"));
        AboutView sheet = new AboutView(about, () -> sheets.open(settingsSheet, settingsSheet.about()));
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
