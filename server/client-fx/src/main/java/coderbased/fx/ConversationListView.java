package coderbased.fx;

import atlantafx.base.controls.CustomTextField;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
    private final CustomTextField search = new CustomTextField();
    private final ListView<ListRow> list = new ListView<>();

    public ConversationListView(ConversationListViewModel viewModel) {
        this.viewModel = viewModel;
        getStyleClass().add("conversations");
        buildSearch();
        buildList();
        StackPane body = new StackPane(list, emptyState());
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(peopleHeader(), toolbar(), body);
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Shows the people of this server to begin a chat with, the cursor in the search. */
    public void beginNewChat() {
        viewModel.beginNewChat();
        focusSearch();
    }

    private HBox toolbar() {
        Button newChat = Icons.button("new-chat", "mdi2s-square-edit-outline", "New chat");
        newChat.setOnAction(e -> beginNewChat());
        newChat.visibleProperty().bind(viewModel.newChat().not());
        newChat.managedProperty().bind(newChat.visibleProperty());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox bar = new HBox(search, newChat);
        bar.getStyleClass().add("list-toolbar");
        return bar;
    }

    private HBox peopleHeader() {
        Button back = Icons.button("new-chat-back", "mdi2a-arrow-left", "Back to the chats");
        back.setOnAction(e -> viewModel.endNewChat());
        Label title = new Label("New chat");
        title.getStyleClass().add("people-title");
        HBox header = new HBox(back, title);
        header.getStyleClass().add("people-header");
        header.visibleProperty().bind(viewModel.newChat());
        header.managedProperty().bind(header.visibleProperty());
        return header;
    }

    private void buildSearch() {
        search.setId("conversation-search");
        search.setLeft(Icons.icon("mdi2m-magnify"));
        search.promptTextProperty()
                .bind(Bindings.when(viewModel.newChat()).then("Search people").otherwise("Search chats and people"));
        search.accessibleTextProperty().bind(search.promptTextProperty());
        search.textProperty().bindBidirectional(viewModel.search());
    }

    private void buildList() {
        list.setId("conversation-list");
        list.setAccessibleText("Chats");
        list.setItems(viewModel.rows());
        list.setCellFactory(view -> new ConversationCell(viewModel::pick));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        list.visibleProperty().bind(Bindings.isNotEmpty(viewModel.rows()));
    }

    private EmptyState emptyState() {
        EmptyState empty = new EmptyState("conversation-empty", "mdi2m-message-text-outline");
        empty.sentence().textProperty().bind(viewModel.emptyText());
        empty.visibleProperty().bind(Bindings.isEmpty(viewModel.rows()));
        return empty;
    }

    private void onKey(KeyEvent key) {
        switch (key.getCode()) {
            case ESCAPE -> viewModel.stepBack();
            case ENTER -> pick(firstRow());
            case DOWN -> enterList(key);
            default -> {}
        }
    }

    /** A list keeps Enter to itself, for editing. */
    private void onListKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            pick(list.getSelectionModel().getSelectedItem());
            key.consume();
        }
    }

    private void pick(@Nullable ListRow row) {
        if (row != null) {
            viewModel.pick(row);
        }
    }

    private @Nullable ListRow firstRow() {
        return viewModel.rows().stream()
                .filter(row -> !(row instanceof ListRow.Heading))
                .findFirst()
                .orElse(null);
    }

    private void enterList(KeyEvent key) {
        if (search.isFocused() && !viewModel.rows().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().select(firstRow());
            key.consume();
        }
    }
}
