package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Parts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Sheet of a group: picture, name, members, and leaving it. */
final class GroupView extends VBox {

    private final GroupViewModel viewModel;
    private final Consumer<String> write;
    private final Consumer<GroupView> addPeople;
    private final VBox members = new VBox();
    private final TextField name = new TextField();
    private final SheetQuestion question = new SheetQuestion();

    /**
     * Shows a group.
     *
     * @param write opens the chat with an account
     * @param addPeople opens the sheet to add people, which leads back to this one
     */
    GroupView(GroupViewModel viewModel, Consumer<String> write, Consumer<GroupView> addPeople, Runnable close) {
        this.viewModel = viewModel;
        this.write = write;
        this.addPeople = addPeople;
        setId("group-sheet");
        getStyleClass().add("sheet");
        members.setId("group-members");
        viewModel.members().addListener((ListChangeListener<GroupViewModel.Member>) change -> drawMembers());
        drawMembers();
        VBox content = new VBox(face(), nameLine(), new MuteButton(viewModel.mute()), people(), leave());
        content.getStyleClass().add("sheet-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("sheet-scroll");
        getChildren()
                .addAll(
                        SheetParts.head(MESSAGES.text("group.title"), close),
                        SheetParts.grow(scroll),
                        question,
                        Parts.words("sheet-problem", viewModel.problem(), "field-problem"));
    }

    /** Returns the node to focus first. */
    Node first() {
        return lookup("#sheet-close");
    }

    private VBox face() {
        Avatar avatar = new Avatar();
        avatar.getStyleClass().add("sheet-avatar");
        viewModel.face().subscribe(avatar::show);
        Button choose = Parts.button(
                "group-picture-choose", MESSAGES.text("group.picture.choose"), this::choosePicture, "flat");
        Button remove = Parts.button(
                "group-picture-remove", MESSAGES.text("group.picture.remove"), viewModel::removePicture, "flat");
        Parts.shownWhen(choose, viewModel.admin());
        Parts.shownWhen(remove, viewModel.admin().and(viewModel.pictured()));
        HBox buttons = new HBox(choose, remove);
        buttons.getStyleClass().add("face-buttons");
        VBox face = new VBox(avatar, buttons);
        face.getStyleClass().add("sheet-face");
        return face;
    }

    private void choosePicture() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(MESSAGES.text("group.picture.title"));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(MESSAGES.text("group.picture.kinds"), "*.png", "*.jpg", "*.jpeg"));
        var file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            viewModel.setPicture(file.toPath());
        }
    }

    /** Returns the line of the name: a field for admins, a label for others. */
    private HBox nameLine() {
        Label title = Parts.label("", "sheet-name");
        viewModel.face().subscribe(face -> title.setText(face.name()));
        Parts.shownWhen(title, viewModel.admin().not());
        name.setId("group-rename");
        name.setAccessibleText(MESSAGES.text("group.name"));
        viewModel.face().subscribe((before, now) -> name.setText(now.name()));
        name.setText(viewModel.face().get().name());
        name.setOnAction(e -> viewModel.rename(name.getText()));
        HBox.setHgrow(name, Priority.ALWAYS);
        Parts.shownWhen(name, viewModel.admin());
        Button save = Parts.button(
                "group-rename-save", MESSAGES.text("group.rename"), () -> viewModel.rename(name.getText()));
        Parts.shownWhen(
                save,
                viewModel
                        .admin()
                        .and(Bindings.createBooleanBinding(
                                () -> !name.getText()
                                        .strip()
                                        .equals(viewModel.face().get().name()),
                                name.textProperty(),
                                viewModel.face())));
        HBox line = new HBox(title, name, save);
        line.getStyleClass().add("name-line");
        return line;
    }

    private VBox people() {
        Button add =
                SheetParts.line("group-add", "mdi2a-account-plus-outline", MESSAGES.text("group.add"), this::addPeople);
        Parts.shownWhen(add, viewModel.admin());
        Label count = SheetParts.heading("");
        viewModel.members().addListener((ListChangeListener<GroupViewModel.Member>) change -> count.setText(count()));
        count.setText(count());
        return new VBox(count, add, members);
    }

    private String count() {
        long invited = viewModel.members().stream()
                .filter(GroupViewModel.Member::invited)
                .count();
        return MESSAGES.text("group.count", "members", viewModel.members().size() - invited, "invited", invited);
    }

    private void addPeople() {
        addPeople.accept(this);
    }

    private Button leave() {
        Button leave = SheetParts.line("group-leave", "mdi2l-logout", MESSAGES.text("group.leave"), () -> {});
        leave.getStyleClass().add("leave");
        Parts.shownWhen(leave, viewModel.readOnly().not());
        leave.setOnAction(e -> question.ask(
                MESSAGES.text("group.leave.question"),
                MESSAGES.text("group.leave.no"),
                MESSAGES.text("group.leave.yes"),
                viewModel::leave,
                leave));
        return leave;
    }

    private void askToRemove(GroupViewModel.Member member) {
        question.ask(
                MESSAGES.text("group.remove.question", "name", member.name()),
                MESSAGES.text("group.remove.no"),
                MESSAGES.text("group.remove.yes"),
                () -> viewModel.remove(member),
                members);
    }

    private void drawMembers() {
        members.getChildren()
                .setAll(viewModel.members().stream()
                        .map(member -> new MemberRow(member, viewModel, write, this::askToRemove))
                        .toList());
    }
}
