package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Sheet that adds people to a group. */
final class AddPeopleView extends VBox {

    private final PickerView picker;

    AddPeopleView(PickerViewModel people, Runnable done, Runnable back) {
        setId("add-people-sheet");
        getStyleClass().add("sheet");
        picker = PickerView.ofMany(people);
        Button add = Parts.button("group-add-done", MESSAGES.text("group.add.done"), done, "accent");
        add.disableProperty().bind(Bindings.isEmpty(people.chosen()));
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("group.add.title"), back),
                        SheetParts.grow(picker),
                        SheetParts.buttons(Parts.button("group-add-back", MESSAGES.text("group.add.back"), back), add));
    }

    /** Returns the node to focus first. */
    Node first() {
        return picker.field();
    }
}
