package coderbased.fx.people;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import atlantafx.base.controls.CustomTextField;
import coderbased.fx.Chip;
import coderbased.fx.Icons;
import coderbased.fx.Parts;
import coderbased.fx.list.ListRow.Person;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * People picker: a search field, its results, and the selected people above. Enter selects the first result, or the one
 * under the arrow keys; Backspace in the empty field removes the last selection.
 */
final class PickerView extends VBox {

    private final PickerViewModel viewModel;
    private final Consumer<Person> pick;
    private final CustomTextField search = new CustomTextField();
    private final FlowPane chips = new FlowPane();
    private final ListView<Person> list = new ListView<>();

    /** Picks several people. The place of the first one above the search is kept free. */
    static PickerView ofMany(PickerViewModel viewModel) {
        PickerView picker = new PickerView(viewModel, viewModel::toggle);
        picker.chips.getStyleClass().add("kept-free");
        return picker;
    }

    /** @param pick receives the chosen person */
    PickerView(PickerViewModel viewModel, Consumer<Person> pick) {
        this.viewModel = viewModel;
        this.pick = pick;
        getStyleClass().add("people-picker");
        buildSearch();
        buildChips();
        buildList();
        Label note = Parts.words("people-note", viewModel.note(), "text-muted");
        StackPane body = new StackPane(list, note);
        getChildren().addAll(chips, search, SheetParts.grow(body));
    }

    /** Returns the field to focus first. */
    TextField field() {
        return search;
    }

    private void buildSearch() {
        search.setId("people-search");
        search.setLeft(Icons.icon("mdi2m-magnify"));
        search.setPromptText(MESSAGES.text("people.search"));
        search.setAccessibleText(MESSAGES.text("people.search.spoken"));
        search.textProperty().bindBidirectional(viewModel.words());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::onSearchKey);
    }

    private void buildChips() {
        chips.getStyleClass().add("chips");
        chips.setId("people-chosen");
        chips.setMinWidth(0); // a flow pane is as wide as its widest node wants to be
        viewModel.chosen().addListener((ListChangeListener<Person>) change -> drawChips());
        drawChips();
    }

    private void drawChips() {
        chips.getChildren().setAll(viewModel.chosen().stream().map(this::chip).toList());
    }

    private Chip chip(Person person) {
        Chip chip = new Chip();
        chip.setText(person.name());
        chip.maxWidthProperty().bind(chips.widthProperty());
        chip.setAccessibleText(MESSAGES.text("people.remove", "name", person.name()));
        chip.setOnAction(e -> {
            viewModel.toggle(person);
            search.requestFocus();
        });
        return chip;
    }

    private void buildList() {
        list.setId("people-list");
        list.setAccessibleText(MESSAGES.text("people.results"));
        list.setItems(viewModel.found());
        list.setCellFactory(view -> new PersonCell(viewModel.chosen(), this::picked));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
        list.setPrefHeight(300);
        list.setMinHeight(80);
    }

    private void onSearchKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ENTER && !viewModel.found().isEmpty()) {
            picked(viewModel.found().getFirst());
            key.consume();
        } else if (key.getCode() == KeyCode.DOWN && !viewModel.found().isEmpty()) {
            list.requestFocus();
            list.getSelectionModel().select(0);
            key.consume();
        } else if (key.getCode() == KeyCode.BACK_SPACE && search.getText().isEmpty()) {
            viewModel.dropLast();
        }
    }

    /** Handles Enter and Escape, which a list otherwise keeps for editing. */
    private void onListKey(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            fireEvent(key.copyFor(this, this));
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
            picked(list.getSelectionModel().getSelectedItem());
            key.consume();
        } else if (key.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
            search.requestFocus();
            key.consume();
        }
    }

    private void picked(@Nullable Person person) {
        if (person != null) {
            pick.accept(person);
        }
    }
}
