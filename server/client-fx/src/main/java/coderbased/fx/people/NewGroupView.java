package coderbased.fx.people;

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
        name.setPromptText("Group name");
        name.setAccessibleText("Group name");
        name.textProperty().bindBidirectional(viewModel.name());
        name.setOnAction(e -> viewModel.create());
        Button create = SheetParts.button("group-create", "Create group", viewModel::create, "accent");
        create.disableProperty().bind(viewModel.complete().not());
        getChildren()
                .addAll(
                        SheetParts.head("New group", close),
                        name,
                        SheetParts.grow(new PickerView(viewModel.people(), viewModel.people()::toggle)),
                        SheetParts.words("sheet-problem", "field-problem", viewModel.problem()),
                        SheetParts.buttons(create));
    }

    /** Returns the node to focus first. */
    Node first() {
        return name;
    }
}
