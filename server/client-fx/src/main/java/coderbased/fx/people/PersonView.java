package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Parts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Sheet about a person. */
final class PersonView extends VBox {

    PersonView(PersonViewModel viewModel, Runnable close) {
        setId("person-sheet");
        getStyleClass().add("sheet");
        Avatar avatar = new Avatar();
        avatar.getStyleClass().add("sheet-avatar");
        viewModel.face().subscribe(avatar::show);
        VBox face = new VBox(
                avatar,
                name(viewModel),
                Parts.words("person-handle", viewModel.handle(), "text-muted"),
                Parts.words("person-presence", viewModel.presence(), "text-muted"));
        face.getStyleClass().add("sheet-face");
        Label heading = SheetParts.heading(MESSAGES.text("person.groups"));
        Parts.shownWhen(heading, viewModel.shared().isNotEmpty());
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("person.title"), close),
                        face,
                        new MuteButton(viewModel.mute()),
                        heading,
                        Parts.words("person-groups", viewModel.shared(), "shared-groups"));
    }

    private static Label name(PersonViewModel viewModel) {
        Label name = Parts.label("", "sheet-name");
        name.setId("person-name");
        name.textProperty().bind(viewModel.name());
        return name;
    }

    /** Returns the node to focus first. */
    Node first() {
        return lookup("#sheet-close");
    }
}
