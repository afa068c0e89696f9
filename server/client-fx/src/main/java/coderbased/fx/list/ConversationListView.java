package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import atlantafx.base.controls.CustomTextField;
import coderbased.fx.Chip;
import coderbased.fx.EmptyState;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The conversation list with its search. The same in both apps. */
public final class ConversationListView extends VBox {

    private final ConversationListViewModel viewModel;
    private final ChatCommands commands;
    private final ConversationMenu menu;
    private final CustomTextField search = new CustomTextField();
    private final ListView<ListRow> list = new ListView<>();

    public ConversationListView(ConversationListViewModel viewModel, ChatCommands commands) {
        this.viewModel = viewModel;
        this.commands = commands;
        this.menu = new ConversationMenu(viewModel.actions(), commands);
        getStyleClass().add("conversations");
        buildSearch();
        buildList();
        StackPane body = new StackPane(list, skeleton(), emptyState());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(toolbar(), searchedPlace(), archiveHeader(), progress(), body);
        viewModel.onSearchWanted(this::focusSearch);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Focuses the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private HBox toolbar() {
        Button newChat = Icons.button("new-chat", "mdi2s-square-edit-outline", MESSAGES.text("list.newChat"));
        newChat.setOnAction(e -> commands.newChat());
        newChat.visibleProperty().bind(viewModel.startable());
        newChat.managedProperty().bind(newChat.visibleProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, newChat);
        bar.getStyleClass().add("list-toolbar");
        return bar;
    }

    /** Returns a button with the name of the searched conversation; it widens the search to all. */
    private Chip searchedPlace() {
        Chip everywhere = new Chip();
        everywhere.setId("search-everywhere");
        everywhere.getStyleClass().add("searched-place");
        everywhere
                .textProperty()
                .bind(viewModel.searchedPlace().map(name -> MESSAGES.text("search.place", "name", name)));
        everywhere.setOnAction(e -> {
            viewModel.searchEverywhere();
            focusSearch();
        });
        Parts.shownWhen(everywhere, viewModel.searchedPlace().isNotEmpty());
        VBox.setMargin(everywhere, new Insets(0, 12, 6, 16));
        return everywhere;
    }

    private HBox archiveHeader() {
        Button back = Icons.button("archive-back", "mdi2a-arrow-left", MESSAGES.text("list.archive.back"));
        back.setOnAction(e -> viewModel.stepBack());
        Label title = new Label(MESSAGES.text("list.archive"));
        title.getStyleClass().add("archive-title");
        HBox header = new HBox(back, title);
        header.getStyleClass().add("archive-header");
        Parts.shownWhen(
                header,
                viewModel
                        .archive()
                        .and(Bindings.createBooleanBinding(
                                () -> viewModel.search().get().isBlank(), viewModel.search())));
        return header;
    }

    private Label progress() {
        Label progress = Parts.words("catching-up", viewModel.progress(), "catching-up");
        progress.setMaxWidth(Double.MAX_VALUE);
        return progress;
    }

    private void buildSearch() {
        search.setId("conversation-search");
        search.setLeft(Icons.icon("mdi2m-magnify"));
        search.setPromptText(MESSAGES.text("search.field"));
        search.setAccessibleText(MESSAGES.text("search.field.spoken"));
        search.textProperty().bindBidirectional(viewModel.search());
        Button clear = Icons.button("search-clear", "mdi2c-close", MESSAGES.text("search.clear"));
        clear.getStyleClass().add("search-clear");
        clear.setFocusTraversable(false);
        clear.setOnAction(e -> viewModel.search().set(""));
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        search.setRight(clear);
    }

    private void buildList() {
        list.setId("conversation-list");
        list.setAccessibleText(MESSAGES.text("list.chats"));
        SelectionKeeper.of(list, viewModel.rows());
        list.setCellFactory(view -> new ConversationCell(viewModel::pick, viewModel::answer, menu));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        list.setOnContextMenuRequested(this::onMenuKey);
        list.visibleProperty().bind(Bindings.isNotEmpty(viewModel.rows()));
    }

    private SkeletonList skeleton() {
        SkeletonList skeleton = new SkeletonList();
        skeleton.visibleProperty()
                .bind(Bindings.isEmpty(viewModel.rows())
                        .and(Bindings.createBooleanBinding(
                                () -> !viewModel.known().getValue(), viewModel.known())));
        return skeleton;
    }

    private EmptyState emptyState() {
        EmptyState empty = new EmptyState("conversation-empty", "mdi2m-message-text-outline");
        empty.sentence().textProperty().bind(viewModel.emptyText());
        empty.visibleProperty().bind(empty.sentence().textProperty().isNotEmpty());
        Button start = new Button(MESSAGES.text("list.newChat"));
        start.setId("empty-new-chat");
        start.getStyleClass().add("accent");
        start.setOnAction(e -> commands.newChat());
        start.visibleProperty()
                .bind(viewModel
                        .emptyText()
                        .map(words ->
                                viewModel.isBlank() && viewModel.startable().getValue()));
        start.managedProperty().bind(start.visibleProperty());
        empty.getChildren().add(start);
        return empty;
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> {
                if (viewModel.stepBack()) {
                    key.consume();
                }
            }
            case ENTER -> pick(firstRow());
            case DOWN -> enterList(key);
            default -> {}
        }
    }

    /** Handles Enter and Escape, which a list otherwise keeps for editing. */
    private void onListKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            fireEvent(key.copyFor(this, this));
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            pick(list.getSelectionModel().getSelectedItem());
            key.consume();
        } else if (key.getCode() == KeyCode.DELETE
                && list.getSelectionModel().getSelectedItem() instanceof ListRow.Invitation invitation) {
            viewModel.answer(invitation, false);
            key.consume();
        } else if (key.getCode() == KeyCode.UP
                && !key.isShortcutDown()
                && Objects.equals(list.getSelectionModel().getSelectedItem(), firstRow())) {
            focusSearch();
            key.consume();
        }
    }

    /** Opens the menu of the selected row for the keyboard's menu key. */
    private void onMenuKey(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()
                && list.getSelectionModel().getSelectedItem() instanceof ListRow.Conversation row) {
            menu.show(list, row, event.getScreenX(), event.getScreenY());
            event.consume();
        }
    }

    private void pick(@Nullable ListRow row) {
        if (row != null) {
            viewModel.pick(row);
        }
    }

    private @Nullable ListRow firstRow() {
        return viewModel.rows().stream().filter(ListRow::choosable).findFirst().orElse(null);
    }

    private void enterList(KeyEvent key) {
        if (search.isFocused() && firstRow() != null) {
            list.requestFocus();
            list.getSelectionModel().select(firstRow());
            key.consume();
        }
    }
}
