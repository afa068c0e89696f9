package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.EmptyState;
import coderbased.fx.Icons;
import coderbased.fx.thread.ThreadRow.Bubble;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Messages of a thread, the button that jumps to the newest, and the empty state. */
final class MessageList extends StackPane {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination SELECT_ALL = new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final Duration HIGHLIGHT_TIME = Duration.seconds(1.6);
    private static final int MAX_COUNT = 999;

    private final ThreadViewModel viewModel;
    private final ThreadCommands commands;
    private final ListView<ThreadRow> list = new ListView<>();
    private final ThreadScroll scroll;
    private final StringProperty marked = new SimpleStringProperty("");
    private final PauseTransition unmark = new PauseTransition(HIGHLIGHT_TIME);

    MessageList(ThreadViewModel viewModel, ThreadCommands commands) {
        this.viewModel = viewModel;
        this.commands = commands;
        buildList();
        ThreadWindow window = viewModel.window();
        scroll = new ThreadScroll(list, viewModel.rows(), window.newer()::get, new ThreadScroll.Ends() {
            @Override
            public void nearFirst() {
                window.loadOlder();
            }

            @Override
            public void nearLast() {
                window.loadNewer();
            }

            @Override
            public void lastShown(@Nullable String key) {
                viewModel.readTracker().covered().set(Covered.isCovered(list));
                viewModel.readTracker().shown(key);
            }
        });
        scroll.begin();
        viewModel.conversationId().subscribe(scroll::begin);
        window.reveal().subscribe(this::onReveal);
        unmark.setOnFinished(e -> marked.set(""));
        commands.onUnfold(() -> list.lookupAll(".thread-cell").forEach(cell -> ((ThreadCell) cell).redraw()));
        getChildren().addAll(list, empty(), loading(window), jump(window));
    }

    private void buildList() {
        list.setId("message-list");
        list.setAccessibleText(MESSAGES.text("thread.messages"));
        RowHeights heights = new RowHeights();
        list.setCellFactory(view -> new ThreadCell(list.widthProperty(), marked, heights, commands));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.focusVisibleProperty().subscribe(this::chooseNewest);
        list.setOnContextMenuRequested(e -> {
            if (e.isKeyboardTrigger() && list.getSelectionModel().getSelectedItem() instanceof Bubble bubble) {
                showMenu(bubble);
                e.consume();
            }
        });
    }

    /** Chooses the newest message when the keyboard reaches the list and nothing is chosen. */
    private void chooseNewest(boolean reached) {
        if (reached && list.getSelectionModel().getSelectedItem() == null) {
            list.getSelectionModel().selectLast();
        }
    }

    private void onKey(KeyEvent key) {
        if (!(list.getSelectionModel().getSelectedItem() instanceof Bubble bubble)) {
            return;
        }
        if (COPY.match(key)) {
            commands.copy(bubble);
        } else if (SELECT_ALL.match(key) || extendsSelection(key)) {
            text(bubble).ifPresent(text -> select(text, key));
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE) {
            viewModel.actions().delete(bubble);
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            showMenu(bubble);
            key.consume();
        }
    }

    /** True if the key moves the end of the selection in the chosen message's text. */
    boolean extendsSelection(KeyEvent key) {
        return list.isFocused()
                && key.isShiftDown()
                && (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT);
    }

    private void select(BubbleText text, KeyEvent key) {
        if (SELECT_ALL.match(key)) {
            commands.selection().all(text);
        } else {
            commands.selection().step(text, key.getCode() == KeyCode.RIGHT);
        }
    }

    private void showMenu(Bubble bubble) {
        cell(bubble).ifPresent(ThreadCell::showMenu);
    }

    private Optional<BubbleText> text(Bubble bubble) {
        return cell(bubble).map(cell -> (BubbleText) cell.lookup(".bubble-words"));
    }

    private Optional<ThreadCell> cell(Bubble bubble) {
        return list.lookupAll(".thread-cell").stream()
                .map(ThreadCell.class::cast)
                .filter(cell -> bubble.equals(cell.getItem()))
                .findFirst();
    }

    private void onReveal(ThreadWindow.@Nullable Reveal reveal) {
        if (reveal == null) {
            return; // the target is not known yet
        }
        if (reveal.key() == null) {
            scroll.toNewest();
        } else {
            scroll.show(reveal.key());
        }
        if (reveal.marked() && reveal.key() != null) {
            marked.set(reveal.key());
            unmark.playFromStart();
        }
    }

    private StackPane jump(ThreadWindow window) {
        Button newest = Icons.button("jump-to-newest", "mdi2c-chevron-down", MESSAGES.text("thread.jump"));
        newest.getStyleClass().add("jump-to-newest");
        newest.setOnAction(e -> window.toNewest());
        Label count = new Label();
        count.setId("jump-count");
        count.getStyleClass().add("unread-badge");
        count.setMouseTransparent(true);
        count.textProperty().bind(window.unseen().map(n -> n.intValue() > MAX_COUNT ? MAX_COUNT + "+" : "" + n));
        count.visibleProperty().bind(window.unseen().greaterThan(0));
        StackPane.setAlignment(count, Pos.TOP_CENTER);
        newest.accessibleTextProperty().bind(window.unseen().map(n -> MESSAGES.text("thread.jump.spoken", "count", n)));
        StackPane jump = new StackPane(newest, count);
        jump.getStyleClass().add("jump");
        jump.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        jump.visibleProperty().bind(scroll.following().not().or(window.newer()));
        StackPane.setAlignment(jump, Pos.BOTTOM_RIGHT);
        return jump;
    }

    private static ProgressIndicator loading(ThreadWindow window) {
        ProgressIndicator loading = new ProgressIndicator();
        loading.getStyleClass().add("loading-older");
        loading.setAccessibleText(MESSAGES.text("thread.loadingOlder"));
        loading.visibleProperty().bind(window.loadingOlder());
        StackPane.setAlignment(loading, Pos.TOP_CENTER);
        return loading;
    }

    private EmptyState empty() {
        EmptyState empty = new EmptyState("thread-empty", "mdi2m-message-text-outline");
        empty.sentence()
                .textProperty()
                .bind(viewModel
                        .composer()
                        .barred()
                        .map(why -> MESSAGES.text(why.isEmpty() ? "thread.empty" : "thread.empty.readOnly")));
        empty.visibleProperty().bind(viewModel.empty());
        empty.setMouseTransparent(true);
        return empty;
    }
}
