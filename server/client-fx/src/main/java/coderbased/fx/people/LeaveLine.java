package coderbased.fx.people;

import coderbased.fx.text.Wrapping;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Button to leave a group, with a confirmation. */
final class LeaveLine extends StackPane {

    LeaveLine(GroupViewModel viewModel) {
        Label sure = new Label("Leave this group? You will no longer see new messages.");
        Wrapping.of(sure);
        Button no = SheetParts.button("group-leave-no", "Stay", () -> {});
        Button yes = SheetParts.button("group-leave-yes", "Leave", viewModel::leave, "danger");
        HBox answers = SheetParts.buttons(no, yes);
        VBox question = new VBox(sure, answers);
        question.getStyleClass().add("leave-question");
        Button leave = SheetParts.line("group-leave", "mdi2l-logout", "Leave group", () -> {
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
