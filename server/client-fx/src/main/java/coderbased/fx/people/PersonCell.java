package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.Face;
import coderbased.fx.Icons;
import coderbased.fx.list.ListRow.Person;
import coderbased.fx.text.EmojiWords;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Cell of a person in a picker; selected people have a tick. */
final class PersonCell extends ListCell<Person> {

    private final ObservableList<Person> chosen;
    private final Avatar avatar = new Avatar();
    private final Label name = label("row-title");
    private final Label handle = label("row-preview");
    private final FontIcon tick = Icons.icon("mdi2c-check-circle", "chosen-tick");
    private final HBox row;

    PersonCell(ObservableList<Person> chosen, Consumer<Person> pick) {
        this.chosen = chosen;
        getStyleClass().add("conversation-cell");
        VBox words = new VBox(name, handle);
        words.getStyleClass().add("row-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(avatar, words, tick);
        row.getStyleClass().add("row");
        chosen.addListener((ListChangeListener<Person>) change -> tick());
        setOnMouseClicked(e -> {
            if (getItem() != null) {
                pick.accept(getItem());
            }
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void updateItem(@Nullable Person person, boolean empty) {
        super.updateItem(person, empty);
        setGraphic(empty ? null : row);
        if (!empty && person != null) {
            avatar.show(Face.of(person.accountId(), person.name()));
            EmojiWords.show(name, person.name());
            handle.setText("@" + person.handle());
        }
        tick();
    }

    private void tick() {
        Person person = getItem();
        boolean isChosen = person != null && chosen.contains(person);
        tick.setVisible(isChosen);
        String name = person == null ? "" : person.name();
        setAccessibleText(isChosen ? MESSAGES.text("people.selected.spoken", "name", name) : name);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
