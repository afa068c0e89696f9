package coderbased.phone;

import static coderbased.phone.messages.PhoneMessages.MESSAGES;

import coderbased.fx.Parts;
import coderbased.fx.ToastView;
import coderbased.fx.chat.ChatViewModel;
import coderbased.fx.list.ChatCommands;
import coderbased.fx.list.ConversationListView;
import coderbased.fx.thread.ThreadView;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chats in a phone's shape: the list, and over it the thread with a way back. */
final class ChatsView extends StackPane {

    ChatsView(ChatViewModel viewModel, ChatCommands sheets) {
        HBox header = new HBox(Parts.label(MESSAGES.text("chats.title"), "screen-title"));
        header.getStyleClass().add("screen-header");
        ConversationListView list = new ConversationListView(viewModel.list(), sheets);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox front = new VBox(header, list);
        front.visibleProperty().bind(viewModel.thread().conversationId().isNull());
        ThreadView thread = new ThreadView(viewModel.thread());
        thread.backShown().set(true);
        thread.visibleProperty().bind(viewModel.thread().conversationId().isNotNull());
        thread.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                viewModel.thread().close();
                key.consume();
            }
        });
        viewModel.list().onSearchWanted(() -> {
            viewModel.thread().close();
            list.focusSearch();
        });
        ToastView toast = new ToastView(viewModel.toasts());
        setAlignment(toast, Pos.BOTTOM_CENTER);
        getChildren().addAll(front, thread, toast);
    }
}
