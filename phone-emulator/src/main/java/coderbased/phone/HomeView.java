package coderbased.phone;

import coderbased.phone.SignedInViewModel.Tab;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Somebody is signed in: the tabs, and over them whatever asks. */
final class HomeView extends StackPane {

    private final SignedInViewModel viewModel;
    private @Nullable LinkSheet sheet;

    HomeView(SignedInViewModel viewModel) {
        this.viewModel = viewModel;
        ConfirmSheet confirm = new ConfirmSheet();
        Panel changePassword = new PasswordPanel(viewModel.account());
        Panel deleteAccount = new DeletePanel(viewModel.account());
        CameraPanel cameras = new CameraPanel(viewModel.scanner().menu());
        TypedCodePanel typed = new TypedCodePanel(viewModel.scanner().typed());
        StackPane places = new StackPane(
                place(Tab.CHATS, new ChatsView(viewModel.chat())),
                place(Tab.SCAN, new ScannerView(viewModel.scanner(), cameras, typed)),
                place(
                        Tab.DEVICES,
                        new DevicesView(
                                viewModel.devices(), confirm, () -> viewModel.tab().set(Tab.SCAN))),
                place(
                        Tab.SETTINGS,
                        new SettingsView(
                                viewModel.account(), viewModel.settings(), confirm, changePassword, deleteAccount)));
        BorderPane body = new BorderPane(places);
        body.setBottom(tabs());
        setFocusTraversable(false);
        getChildren().addAll(body, changePassword, deleteAccount, confirm);
        viewModel.link().subscribe(link -> {
            typed.close();
            cameras.close();
            showLink(link);
        });
        viewModel.tab().subscribe(() -> {
            typed.close();
            cameras.close();
        });
    }

    private TabBar tabs() {
        TabBar tabs = new TabBar(viewModel);
        tabs.visibleProperty()
                .bind(viewModel.chat().thread().conversationId().isNull().or(viewModel.tab().isNotEqualTo(Tab.CHATS)));
        tabs.managedProperty().bind(tabs.visibleProperty());
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
