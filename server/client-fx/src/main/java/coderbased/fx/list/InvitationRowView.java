package coderbased.fx.list;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Parts;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Row of an invitation to a group, with its two answers. */
final class InvitationRowView extends VBox {

    /** @param answer takes the row, and true to accept */
    InvitationRowView(ListRow.Invitation row, BiConsumer<ListRow.Invitation, Boolean> answer) {
        getStyleClass().addAll("row", "invitation-row");
        Label heading = ConversationRowView.label("list-heading");
        heading.setText(MESSAGES.text("invitation.title"));
        Label question = Parts.label(row.words(), "row-title");
        Label size = ConversationRowView.label("row-preview");
        size.setText(row.size());
        Button decline = button("invitation-decline", MESSAGES.text("invitation.decline"), row);
        decline.setOnAction(e -> answer.accept(row, false));
        Button accept = button("invitation-accept", MESSAGES.text("invitation.accept"), row);
        accept.getStyleClass().add("accent");
        accept.setOnAction(e -> answer.accept(row, true));
        HBox answers = new HBox(decline, accept);
        answers.getStyleClass().add("invitation-answers");
        answers.setDisable(row.answered());
        getChildren().addAll(heading, question, size);
        if (!row.problem().isEmpty()) {
            getChildren().add(Parts.label(row.problem(), "field-problem"));
        }
        getChildren().add(answers);
    }

    private static Button button(String id, String words, ListRow.Invitation row) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(MESSAGES.text("invitation.answer.spoken", "answer", words, "words", row.words()));
        return button;
    }
}
