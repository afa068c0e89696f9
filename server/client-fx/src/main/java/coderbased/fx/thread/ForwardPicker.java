package coderbased.fx.thread;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Avatar;
import coderbased.fx.text.EmojiWords;
import coderbased.fx.thread.ThreadActions.Target;
import coderbased.protocol.SearchText;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Picker of the conversation to which a message is forwarded. */
final class ForwardPicker extends VBox {

    private final TextField search = new TextField();
    private final ListView<Target> list;
    private final Consumer<Target> chosen;

    ForwardPicker(List<Target> targets, Consumer<Target> chosen) {
        this.chosen = chosen;
        getStyleClass().add("forward-picker");
        FilteredList<Target> found = new FilteredList<>(FXCollections.observableArrayList(targets));
        search.setId("forward-search");
        search.setPromptText(MESSAGES.text("thread.forward.search"));
        search.setAccessibleText(MESSAGES.text("thread.forward.search"));
        search.textProperty()
                .subscribe(words -> found.setPredicate(
                        target -> SearchText.fold(target.title()).contains(SearchText.fold(words.strip()))));
        search.setOnAction(e -> found.stream().findFirst().ifPresent(chosen));
        list = new ListView<>(found);
        list.setId("forward-list");
        list.setAccessibleText(MESSAGES.text("thread.forward.chats"));
        list.setCellFactory(view -> new TargetCell());
        list.setOnKeyPressed(key -> {
            Target selected = list.getSelectionModel().getSelectedItem();
            if (key.getCode() == KeyCode.ENTER && selected != null) {
                chosen.accept(selected);
            }
        });
        getChildren().addAll(search, list);
    }

    TextField search() {
        return search;
    }

    private final class TargetCell extends ListCell<Target> {

        TargetCell() {
            getStyleClass().add("conversation-cell");
            setOnMouseClicked(e -> {
                if (getItem() != null) {
                    chosen.accept(getItem());
                }
            });
        }

        /** Returns 0, so that the cell is as wide as the list: a long name ends in dots and causes no scroll bar. */
        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }

        @Override
        protected void updateItem(@Nullable Target target, boolean empty) {
            super.updateItem(target, empty);
            if (empty || target == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label();
            title.getStyleClass().add("row-title");
            EmojiWords.show(title, target.title());
            HBox row = new HBox(new Avatar(target.face()), title);
            row.getStyleClass().add("row");
            setGraphic(row);
            setAccessibleText(target.title());
        }
    }
}
