package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
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
                SheetParts.words("person-name", "sheet-name", viewModel.name()),
                SheetParts.words("person-handle", "text-muted", viewModel.handle()),
                SheetParts.words("person-presence", "text-muted", viewModel.presence()));
        face.getStyleClass().add("sheet-face");
        Label heading = SheetParts.heading(MESSAGES.text("person.groups"));
        SheetParts.shownWhen(heading, viewModel.shared().isNotEmpty());
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("person.title"), close),
                        face,
                        new MuteButton(viewModel.mute()),
                        heading,
                        SheetParts.words("person-groups", "shared-groups", viewModel.shared()));
    }

    /** Returns the node to focus first. */
    Node first() {
        return lookup("#sheet-close");
    }
}
