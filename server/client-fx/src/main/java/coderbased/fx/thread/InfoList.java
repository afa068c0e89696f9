package coderbased.fx.thread;

import coderbased.fx.Avatar;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.text.EmojiWords;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The time of a message, and its delivery state, member by member. */
final class InfoList extends ScrollPane {

    InfoList(MessageInfo info) {
        setId("message-info");
        getStyleClass().add("message-info");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        show(info);
    }

    /** Shows newer information. */
    void show(MessageInfo info) {
        VBox people = new VBox();
        people.getStyleClass().add("info-people");
        Label sent = Parts.label(info.sent(), "info-sent");
        sent.setId("message-sent");
        people.getChildren().add(sent);
        info.people().forEach(person -> people.getChildren().add(row(person)));
        setContent(people);
    }

    private static HBox row(MessageInfo.Reached person) {
        Label name = new Label();
        EmojiWords.show(name, person.face().name());
        Label words = Parts.label(person.words(), "text-muted");
        words.setGraphic(Icons.icon(person.tick().icon(), "tick", person.tick().styleClass()));
        VBox told = new VBox(name, words);
        told.setMinWidth(0);
        HBox.setHgrow(told, Priority.ALWAYS);
        HBox row = new HBox(new Avatar(person.face()), told);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("info-person");
        return row;
    }
}
