package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.list.ListRow.Person;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Sheet that starts a chat. */
final class NewChatView extends VBox {

    private final PickerView picker;

    /**
     * Shows people to choose from.
     *
     * @param begin opens the chat with a person
     */
    NewChatView(PickerViewModel people, Consumer<Person> begin, Runnable newGroup, Runnable close) {
        setId("new-chat-sheet");
        getStyleClass().add("sheet");
        picker = new PickerView(people, begin);
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("newChat.title"), close),
                        SheetParts.line(
                                "new-group",
                                "mdi2a-account-multiple-plus-outline",
                                MESSAGES.text("newChat.group"),
                                newGroup),
                        SheetParts.grow(picker));
    }

    /** Returns the node to focus first. */
    Node first() {
        return picker.field();
    }
}
