package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.text.Wrapping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Button to leave a group, with a confirmation. */
final class LeaveLine extends StackPane {

    LeaveLine(GroupViewModel viewModel) {
        Label sure = new Label(MESSAGES.text("group.leave.question"));
        Wrapping.of(sure);
        Button no = SheetParts.button("group-leave-no", MESSAGES.text("group.leave.no"), () -> {});
        Button yes = SheetParts.button("group-leave-yes", MESSAGES.text("group.leave.yes"), viewModel::leave, "danger");
        HBox answers = SheetParts.buttons(no, yes);
        VBox question = new VBox(sure, answers);
        question.getStyleClass().add("leave-question");
        Button leave = SheetParts.line("group-leave", "mdi2l-logout", MESSAGES.text("group.leave"), () -> {
            question.setVisible(true);
            no.requestFocus();
        });
        leave.getStyleClass().add("leave");
        question.setVisible(false);
        no.setOnAction(e -> {
            question.setVisible(false);
            leave.requestFocus();
        });
        question.managedProperty().bind(question.visibleProperty());
        leave.visibleProperty().bind(question.visibleProperty().not());
        leave.managedProperty().bind(leave.visibleProperty());
        getChildren().addAll(leave, question);
    }
}
