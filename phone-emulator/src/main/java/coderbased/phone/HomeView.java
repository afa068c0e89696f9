package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.fx.people.ChatSheets;
import coderbased.fx.program.About;
import coderbased.fx.program.AboutView;
import coderbased.fx.trust.CertificateViewModel;
import coderbased.phone.devices.DevicesView;
import coderbased.phone.link.LinkHistoryView;
import coderbased.phone.link.LinkSheet;
import coderbased.phone.link.LinkViewModel;
import coderbased.phone.link.NewLinkBanner;
import coderbased.phone.parts.ConfirmSheet;
import coderbased.phone.parts.FullScreen;
import coderbased.phone.parts.Panel;
import coderbased.phone.parts.Tab;
import coderbased.phone.scan.CameraPanel;
import coderbased.phone.scan.ScannerView;
import coderbased.phone.scan.TypedCodePanel;
import coderbased.phone.settings.DeletePanel;
import coderbased.phone.settings.PasswordPanel;
import coderbased.phone.settings.SettingsView;
import java.util.List;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The screen while signed in: the tabs, and the sheets over them. */
final class HomeView extends StackPane {

    private static final List<KeyCode> DIGITS = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);

    private final SignedInViewModel viewModel;
    private final ScannerView scanner;
    private @Nullable LinkSheet sheet;

    /** @param stopped true while the phone does not continue by itself, which is said in front of everything */
    HomeView(SignedInViewModel viewModel, CertificateViewModel certificate, BooleanExpression stopped) {
        this.viewModel = viewModel;
        ConfirmSheet confirm = new ConfirmSheet();
        Panel changePassword = new PasswordPanel(viewModel.account());
        Panel deleteAccount = new DeletePanel(viewModel.account());
        CameraPanel cameras = new CameraPanel(viewModel.scanner().menu());
        TypedCodePanel typed = new TypedCodePanel(viewModel.scanner().typed());
        FullScreen fullScreen = new FullScreen();
        ChatSheets sheets = new ChatSheets(viewModel.chat(), fullScreen);
        scanner = new ScannerView(viewModel.scanner(), cameras, typed);
        SettingsView settings = new SettingsView(
                viewModel.account(), viewModel.settings(), certificate, confirm, changePassword, deleteAccount);
        settings.about().setOnAction(e -> showAbout(fullScreen));
        StackPane places = new StackPane(
                place(Tab.CHATS, new ChatsView(viewModel.chat(), sheets)),
                place(Tab.SCAN, scanner),
                place(
                        Tab.DEVICES,
                        new DevicesView(
                                viewModel.devices(),
                                confirm,
                                () -> viewModel.tab().set(Tab.SCAN),
                                () -> showHistory(fullScreen))),
                place(Tab.SETTINGS, settings));
        BorderPane body = new BorderPane(places);
        body.setTop(new NewLinkBanner(viewModel.newLink(), confirm, changePassword::open));
        body.setBottom(tabs());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        getChildren().addAll(body, fullScreen, changePassword, deleteAccount, confirm, banner());
        viewModel
                .scanner()
                .covered()
                .bind(stopped.or(scanner.choosing())
                        .or(typed.visibleProperty())
                        .or(cameras.visibleProperty())
                        .or(fullScreen.visibleProperty())
                        .or(changePassword.visibleProperty())
                        .or(deleteAccount.visibleProperty())
                        .or(confirm.visibleProperty()));
        viewModel.link().subscribe(link -> {
            typed.close();
            cameras.close();
            showLink(link);
        });
        viewModel.tab().subscribe(() -> {
            typed.close();
            cameras.close();
            fullScreen.close();
        });
    }

    private void showHistory(FullScreen fullScreen) {
        LinkHistoryView history = new LinkHistoryView(viewModel.history(), fullScreen::close);
        viewModel.history().refresh();
        fullScreen.open(history, history.first());
    }

    private void showAbout(FullScreen fullScreen) {
        AboutView about = new AboutView(About.of(getClass(), MESSAGES.text("phone.title")), fullScreen::close);
        fullScreen.open(about, about.first());
    }

    private NotificationBanner banner() {
        NotificationBanner banner = new NotificationBanner(
                viewModel.notifications(), () -> viewModel.tab().set(Tab.CHATS));
        setAlignment(banner, Pos.TOP_CENTER);
        return banner;
    }

    /** Opens a tab by the system's shortcut key and a digit; a sheet that asks goes first. */
    private void onKey(KeyEvent key) {
        int digit = key.isShortcutDown() ? DIGITS.indexOf(key.getCode()) : -1;
        if (sheet != null) {
            return;
        }
        if (digit >= 0) {
            viewModel.tab().set(Tab.values()[digit]);
            key.consume();
        } else if (viewModel.tab().get() == Tab.SCAN) {
            scanner.onKey(key);
        }
    }

    private TabBar tabs() {
        TabBar tabs = new TabBar(viewModel);
        Parts.shownWhen(
                tabs,
                viewModel
                        .chat()
                        .thread()
                        .conversationId()
                        .isNull()
                        .or(viewModel.tab().isNotEqualTo(Tab.CHATS)));
        return tabs;
    }

    private Node place(Tab tab, Node view) {
        view.visibleProperty().bind(viewModel.tab().isEqualTo(tab));
        return view;
    }

    private void showLink(@Nullable LinkViewModel link) {
        if (sheet != null) {
            sheet.left();
            getChildren().remove(sheet);
            sheet = null;
        }
        if (link != null) {
            sheet = new LinkSheet(link, viewModel::closeLink);
            getChildren().add(sheet);
            sheet.arrived();
        }
    }
}
