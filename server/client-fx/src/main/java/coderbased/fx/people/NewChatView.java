package coderbased.fx.people;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** Sheet that starts a chat. */
final class NewChatView extends VBox {

    private final PickerView picker;

    NewChatView(PickerViewModel people, ChatSheets sheets) {
        setId("new-chat-sheet");
        getStyleClass().add("sheet");
        picker = new PickerView(people, sheets::begin);
        getChildren()
                .addAll(
                        SheetParts.head("New chat", sheets::close),
                        SheetParts.line(
                                "new-group", "mdi2a-account-multiple-plus-outline", "New group", sheets::newGroup),
                        SheetParts.grow(picker));
    }

    /** Returns the node to focus first. */
    Node first() {
        return picker.field();
    }
}
