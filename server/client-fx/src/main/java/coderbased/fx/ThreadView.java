package coderbased.fx;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** One conversation: who, what was said, and the composer. The same in both apps. */
public final class ThreadView extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ThreadViewModel viewModel;
    private final Button back = Icons.button("thread-back", "mdi2a-arrow-left", "Back to the chats");
    private final ListView<ThreadRow> messages = new ListView<>();
    private final ThreadScroll scroll;
    private final Composer composer;

    public ThreadView(ThreadViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("thread");
        composer = new Composer(viewModel.composer());
        buildMessages();
        scroll = new ThreadScroll(messages, viewModel::loadOlder);
        BorderPane conversation = new BorderPane(history(), header(), null, composer, null);
        conversation.visibleProperty().bind(viewModel.conversationId().isNotNull());
        getChildren().addAll(nothingOpen(), conversation);
        viewModel.conversationId().subscribe(this::onOpened);
    }

    /** Whether there is a way back to a list that the thread covers. Off at first. */
    public BooleanProperty backShown() {
        return back.visibleProperty();
    }

    /** Puts the cursor into the composer. */
    public void focusComposer() {
        composer.focusText();
    }

    private void onOpened(String id) {
        if (id != null) {
            scroll.toNewest();
            FxThread.later(composer::focusText);
        }
    }

    private HBox header() {
        back.setOnAction(e -> viewModel.close());
        back.setVisible(false);
        back.managedProperty().bind(back.visibleProperty());
        Avatar avatar = new Avatar();
        viewModel.title().subscribe(avatar::show);
        Label title = new Label();
        title.setId("thread-title");
        title.textProperty().bind(viewModel.title());
        HBox header = new HBox(back, avatar, title);
        header.getStyleClass().add("thread-header");
        return header;
    }

    private void buildMessages() {
        messages.setId("message-list");
        messages.setAccessibleText("Messages");
        messages.setItems(viewModel.rows());
        messages.setCellFactory(view -> new ThreadCell(messages.widthProperty()));
        messages.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (COPY.match(key) && messages.getSelectionModel().getSelectedItem() instanceof ThreadRow.Bubble bubble) {
                copy(bubble);
            }
        });
    }

    private StackPane history() {
        Button newest = Icons.button("jump-to-newest", "mdi2c-chevron-down", "Jump to the newest message");
        newest.getStyleClass().add("jump-to-newest");
        newest.setOnAction(e -> scroll.toNewest());
        newest.visibleProperty().bind(scroll.following().not());
        ProgressIndicator loading = new ProgressIndicator();
        loading.getStyleClass().add("loading-older");
        loading.setAccessibleText("Older messages are loading");
        loading.visibleProperty().bind(viewModel.loadingOlder());
        EmptyState empty = new EmptyState("thread-empty", "mdi2m-message-text-outline");
        empty.sentence().setText("Nothing was said here yet. Write the first message.");
        empty.visibleProperty().bind(Bindings.isEmpty(viewModel.rows()));
        empty.setMouseTransparent(true);
        StackPane.setAlignment(newest, Pos.BOTTOM_RIGHT);
        StackPane.setAlignment(loading, Pos.TOP_CENTER);
        return new StackPane(messages, empty, loading, newest);
    }

    private EmptyState nothingOpen() {
        EmptyState empty = new EmptyState("no-thread", "mdi2m-message-text-outline");
        empty.sentence().setText("Choose a chat on the left, or begin a new one.");
        empty.visibleProperty().bind(viewModel.conversationId().isNull());
        return empty;
    }

    /** Puts a message's text on the clipboard. */
    static void copy(ThreadRow.Bubble bubble) {
        ClipboardContent content = new ClipboardContent();
        content.putString(bubble.text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
