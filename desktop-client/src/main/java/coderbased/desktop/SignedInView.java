package coderbased.desktop;

import static coderbased.desktop.DesktopMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Icons;
import coderbased.fx.InFront;
import coderbased.fx.Parts;
import coderbased.fx.ToastView;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ChatCommands;
import coderbased.fx.list.ConversationListView;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.thread.ThreadView;
import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Authenticated State: the list on the left, the thread on the right; in a narrow window one at a time. */
final class SignedInView extends StackPane {

    private static final double WIDE = 700;
    private static final double MIN_LIST = 280;
    private static final double MAX_LIST = 520;
    private static final double MIN_THREAD = 340;

    private final SignedInViewModel viewModel;
    private final ChatViewModel chat;
    private final SheetCommands commands;
    private final ChatCommands sheets;
    private final DoubleProperty listWidth;
    private final SplitPane panes = new SplitPane();
    private final ConversationListView list;
    private final ThreadView thread;
    private final VBox left;

    /** @param listWidth how wide the list is to be; follows the person's hand */
    SignedInView(SignedInViewModel viewModel, SheetCommands commands, ChatCommands sheets, DoubleProperty listWidth) {
        this.viewModel = viewModel;
        this.chat = viewModel.chat();
        this.commands = commands;
        this.sheets = sheets;
        this.listWidth = listWidth;
        getStyleClass().add("signed-in");
        list = new ConversationListView(chat.list(), sheets);
        thread = new ThreadView(chat.thread());
        VBox.setVgrow(list, Priority.ALWAYS);
        left = new VBox(profile(), list);
        left.getStyleClass().add("list-pane");
        ToastView toast = new ToastView(chat.toasts());
        setAlignment(toast, Pos.BOTTOM_CENTER);
        VBox.setVgrow(panes, Priority.ALWAYS);
        panes.setPrefHeight(0); // they take the rest, and banners need not shrink for them
        getChildren()
                .addAll(
                        new VBox(
                                Scrolls.banners(this, () -> panes, offline(), NoticeBanner.of(viewModel.newLink())),
                                panes),
                        toast);
        widthProperty().subscribe(this::arrange);
        chat.thread().conversationId().subscribe(this::arrange);
        left.widthProperty().subscribe(this::keepWidth);
        viewModel.chat().list().onSearchWanted(this::search);
        attendWhileFocused();
    }

    /** Does what a key means here; false where it means nothing. */
    boolean press(Shortcut shortcut, int place) {
        switch (shortcut) {
            case SEARCH -> search();
            case NEW_CHAT -> sheets.newChat();
            case NEW_GROUP -> sheets.newGroup();
            case NEXT_CHAT -> chat.openNeighbour(1);
            case PREVIOUS_CHAT -> chat.openNeighbour(-1);
            case PLACE -> chat.openPlace(place);
            case UNDO -> {
                return undo();
            }
            case INFO, PIN, MUTE, ARCHIVE -> {
                return pressFor(chat.thread().conversationId().get(), shortcut);
            }
            case HELP, HELP_TOO, SETTINGS -> {
                return false;
            }
        }
        return true;
    }

    /** Ends a search, else leaves the thread. */
    void stepBack() {
        if (!chat.list().stepBack()) {
            chat.thread().close();
        }
    }

    private boolean undo() {
        boolean any = chat.toasts().toast().get() != null;
        chat.toasts().act();
        return any;
    }

    private boolean pressFor(@Nullable String open, Shortcut shortcut) {
        if (open == null) {
            return false;
        }
        switch (shortcut) {
            case PIN -> chat.list().actions().togglePinned(open);
            case MUTE -> chat.list().actions().toggleMuted(open);
            case ARCHIVE -> chat.list().actions().toggleArchived(open);
            default -> sheets.info(open);
        }
        return true;
    }

    private void search() {
        if (!isWide()) {
            chat.thread().close();
        }
        list.focusSearch();
    }

    private boolean isWide() {
        return getWidth() >= WIDE;
    }

    private void arrange() {
        boolean wide = isWide();
        boolean open = chat.thread().conversationId().get() != null;
        thread.backShown().set(!wide);
        thread.setMinWidth(wide ? MIN_THREAD : 0);
        left.setMinWidth(wide ? MIN_LIST : 0);
        left.setMaxWidth(wide ? MAX_LIST : Double.MAX_VALUE);
        if (wide) {
            if (panes.getItems().size() != 2) {
                panes.getItems().setAll(left, thread);
            }
            panes.setDividerPositions(listWidth.get() / getWidth());
        } else if ((panes.getItems().size() != 1 || panes.getItems().contains(left) == open)) {
            panes.getItems().setAll(open ? thread : left);
        }
    }

    /** Keeps the width only when the person moves the divider; a resize of the window moves it too. */
    private void keepWidth() {
        if (panes.lookupAll(".split-pane-divider").stream().anyMatch(Node::isPressed)) {
            listWidth.set(left.getWidth());
        }
    }

    /** Marks messages as read only while this view is in the focused window. */
    private void attendWhileFocused() {
        ObservableValue<Boolean> inFront = InFront.around(this);
        chat.thread().attended().bind(inFront);
        viewModel.notifications().suppressed().bind(inFront);
    }

    private HBox profile() {
        Avatar avatar = new Avatar();
        viewModel.face().subscribe(avatar::show);
        Label name = new Label();
        name.setId(DesktopIds.PROFILE_NAME);
        viewModel.name().subscribe(own -> EmojiWords.show(name, own));
        Label handle = Parts.label("", "text-muted", "text-small");
        handle.setId(DesktopIds.HANDLE);
        handle.textProperty().bind(viewModel.handle());
        Label temporary = Parts.label(MESSAGES.text("signedIn.temporary"), "text-muted", "text-small");
        temporary.setId(DesktopIds.TEMPORARY);
        Parts.shownWhen(temporary, viewModel.temporary());
        VBox words = new VBox(name, handle, temporary);
        words.getStyleClass().add("profile-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button help = Icons.button(DesktopIds.SHORTCUTS, "mdi2k-keyboard-outline", MESSAGES.text("window.shortcuts"));
        help.setOnAction(e -> commands.openShortcuts());
        Button settings = Icons.button(DesktopIds.SETTINGS, "mdi2c-cog-outline", MESSAGES.text("window.settings"));
        settings.setOnAction(e -> commands.openSettings());
        Button logOut = Icons.button(DesktopIds.LOG_OUT, "mdi2l-logout", MESSAGES.text("signedIn.logOut"));
        logOut.setOnAction(e -> commands.askToLogOut(viewModel::logOut));
        HBox profile = new HBox(avatar, words, help, settings, logOut);
        profile.getStyleClass().add("profile");
        return profile;
    }

    private HBox offline() {
        Label words = Parts.label("");
        words.textProperty().bind(viewModel.trouble());
        Parts.wide(words);
        Button retry = Parts.button(DesktopIds.RETRY, MESSAGES.text("signedIn.retry"), viewModel::retry, "small");
        retry.setMinWidth(USE_PREF_SIZE);
        HBox banner = new HBox(Icons.icon("mdi2w-wifi-off", "banner-icon"), words, retry);
        banner.setId(DesktopIds.OFFLINE_BANNER);
        banner.getStyleClass().addAll("banner", "warning");
        Parts.shownWhen(banner, viewModel.trouble().isNotEmpty());
        return banner;
    }
}
