package coderbased.desktop;

import coderbased.fx.Avatar;
import coderbased.fx.ConversationListView;
import coderbased.fx.Icons;
import coderbased.fx.ThreadView;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The Authenticated State: the list on the left, the thread on the right; in a narrow window one at a time. */
final class SignedInView extends BorderPane {

    private static final double WIDE = 720;
    private static final double LEAST_LIST = 280;
    private static final double MOST_LIST = 400;
    private static final double LIST_SHARE = 0.32;

    private final SignedInViewModel viewModel;
    private final SheetCommands commands;
    private final ConversationListView list;
    private final ThreadView thread;
    private final VBox left;

    SignedInView(SignedInViewModel viewModel, SheetCommands commands) {
        this.viewModel = viewModel;
        this.commands = commands;
        getStyleClass().add("signed-in");
        list = new ConversationListView(viewModel.chat().list());
        thread = new ThreadView(viewModel.chat().thread());
        VBox.setVgrow(list, Priority.ALWAYS);
        left = new VBox(profile(), offline(), list);
        left.getStyleClass().add("list-pane");
        HBox.setHgrow(thread, Priority.ALWAYS);
        setCenter(new HBox(left, thread));
        widthProperty().subscribe(this::arrange);
        viewModel.chat().thread().conversationId().subscribe(this::arrange);
        attendWhileFocused();
    }

    /** Puts the cursor into the search. */
    void search() {
        list.focusSearch();
    }

    /** Shows the people to begin a chat with. */
    void newChat() {
        list.beginNewChat();
    }

    private void arrange() {
        boolean wide = getWidth() >= WIDE;
        boolean open = viewModel.chat().thread().conversationId().get() != null;
        left.setVisible(wide || !open);
        left.setManaged(wide || !open);
        thread.setVisible(wide || open);
        thread.setManaged(wide || open);
        thread.backShown().set(!wide);
        double width = wide ? Math.clamp(getWidth() * LIST_SHARE, LEAST_LIST, MOST_LIST) : getWidth();
        left.setPrefWidth(width);
        left.setMinWidth(width);
    }

    /** Only what a person can see counts as read: this view is on the screen, in the window that has the focus. */
    private void attendWhileFocused() {
        ObservableValue<Boolean> focused =
                sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(Window::focusedProperty);
        viewModel.chat().thread().attended().bind(focused.orElse(false));
    }

    private HBox profile() {
        Avatar avatar = new Avatar();
        viewModel.name().subscribe(avatar::show);
        Label name = new Label();
        name.setId("profile-name");
        name.textProperty().bind(viewModel.name());
        Label handle = new Label();
        handle.getStyleClass().addAll("text-muted", "text-small");
        handle.textProperty().bind(viewModel.handle());
        VBox words = new VBox(name, handle);
        words.getStyleClass().add("profile-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button settings = Icons.button("settings", "mdi2c-cog-outline", "Settings");
        settings.setOnAction(e -> commands.openSettings());
        Button logOut = Icons.button("log-out", "mdi2l-logout", "Log out");
        logOut.setOnAction(e -> commands.askToLogOut(viewModel::logOut));
        HBox profile = new HBox(avatar, words, settings, logOut);
        profile.getStyleClass().add("profile");
        return profile;
    }

    private HBox offline() {
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(viewModel.trouble());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button retry = Parts.button("retry", "Try now", viewModel::retry, "small");
        retry.setMinWidth(USE_PREF_SIZE);
        HBox banner = new HBox(Icons.icon("mdi2w-wifi-off", "banner-icon"), words, retry);
        banner.setId("offline-banner");
        banner.getStyleClass().addAll("banner", "warning");
        Parts.shownWhen(banner, viewModel.trouble().isNotEmpty());
        return banner;
    }
}
