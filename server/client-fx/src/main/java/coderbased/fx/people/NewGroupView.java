package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Parts;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Sheet with a new group's name and members. */
final class NewGroupView extends VBox {

    private final TextField name = new TextField();

    NewGroupView(NewGroupViewModel viewModel, Runnable close) {
        setId("new-group-sheet");
        getStyleClass().add("sheet");
        name.setId("group-name");
        name.setPromptText(MESSAGES.text("newGroup.name"));
        name.setAccessibleText(MESSAGES.text("newGroup.name"));
        name.textProperty().bindBidirectional(viewModel.name());
        name.setOnAction(e -> viewModel.create());
        Button create = Parts.button("group-create", MESSAGES.text("newGroup.create"), viewModel::create, "accent");
        create.disableProperty().bind(viewModel.complete().not());
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("newGroup.title"), close),
                        name,
                        SheetParts.grow(PickerView.ofMany(viewModel.people())),
                        Parts.words("sheet-problem", viewModel.problem(), "field-problem"),
                        SheetParts.buttons(create));
    }

    /** Returns the node to focus first. */
    Node first() {
        return name;
    }
}
