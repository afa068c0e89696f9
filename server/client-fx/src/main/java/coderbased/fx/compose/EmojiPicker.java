package coderbased.fx.compose;

import static coderbased.fx.messages.FxMessages.MESSAGES;

import coderbased.fx.Icons;
import coderbased.fx.text.Emoji;
import coderbased.fx.text.EmojiPictures;
import coderbased.fx.text.EmojiSet;
import coderbased.fx.text.RecentEmoji;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Emoji picker: recent ones, by group, or by a search of their names. */
public final class EmojiPicker extends VBox {

    /** Keys of the names of the groups. */
    private static final Map<String, String> GROUPS = Map.of(
            "Smileys & Emotion", "emoji.group.smileys",
            "People & Body", "emoji.group.people",
            "Animals & Nature", "emoji.group.nature",
            "Food & Drink", "emoji.group.food",
            "Travel & Places", "emoji.group.travel",
            "Activities", "emoji.group.activities",
            "Objects", "emoji.group.objects",
            "Symbols", "emoji.group.symbols",
            "Flags", "emoji.group.flags");

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double EMOJI_SIZE = 26;
    private static final double TAB_EMOJI_SIZE = 20;
    private static final int MAX_FOUND = 120;

    private final RecentEmoji recent;
    private final Consumer<Emoji> chosen;
    private final TextField search = new TextField();
    private final HBox tabs = new HBox();
    private final FlowPane grid = new FlowPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Label name = new Label(" ");

    /**
     * @param chosen receives each chosen emoji
     * @param leave closes the picker, for the Escape key
     */
    public EmojiPicker(RecentEmoji recent, Consumer<Emoji> chosen, Runnable leave) {
        this.recent = recent;
        this.chosen = chosen;
        setId("emoji-picker");
        getStyleClass().add("emoji-picker");
        search.setId("emoji-search");
        search.setPromptText(MESSAGES.text("emoji.search"));
        search.setAccessibleText(MESSAGES.text("emoji.search"));
        search.textProperty().subscribe((before, words) -> find(words));
        grid.getStyleClass().add("emoji-grid");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("emoji-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        tabs.getStyleClass().add("emoji-tabs");
        name.getStyleClass().addAll("text-muted", "text-small", "emoji-name");
        getChildren().addAll(search, tabs, scroll, name);
        buildTabs();
        search.setOnAction(e -> chooseFirst());
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                leave.run();
                key.consume();
            }
        });
    }

    /** Opens with the recent ones. */
    public void begin() {
        search.clear();
        showRecent();
    }

    /** Returns the search field. */
    public TextField search() {
        return search;
    }

    private void buildTabs() {
        Button last = Icons.button("emoji-recent", "mdi2c-clock-outline", MESSAGES.text("emoji.recent"));
        last.getStyleClass().setAll("emoji-tab");
        last.setOnAction(e -> showRecent());
        tabs.getChildren().add(last);
        for (Map.Entry<String, List<Emoji>> group : EmojiSet.all().groups().entrySet()) {
            Button tab = new Button("", EmojiPictures.view(group.getValue().getFirst(), TAB_EMOJI_SIZE));
            tab.getStyleClass().setAll("emoji-tab");
            String words = MESSAGES.text(Objects.requireNonNull(GROUPS.get(group.getKey()), group.getKey()));
            tab.setAccessibleText(words);
            tab.setOnMouseEntered(e -> name.setText(words));
            tab.setOnAction(e -> show(group.getValue(), tab));
            tabs.getChildren().add(tab);
        }
    }

    /** Shows the recent ones, and below them the first group to fill the page. */
    private void showRecent() {
        List<Emoji> first = EmojiSet.all().groups().values().iterator().next();
        show(Stream.concat(recent.all().stream(), first.stream()).distinct().toList(), (Button)
                tabs.getChildren().getFirst());
    }

    private void find(String words) {
        if (words.isBlank()) {
            showRecent();
            return;
        }
        List<Emoji> found = EmojiSet.all().find(words);
        show(found.subList(0, Math.min(MAX_FOUND, found.size())), null);
        name.setText(found.isEmpty() ? MESSAGES.text("emoji.none") : " ");
    }

    private void show(List<Emoji> emoji, @org.jspecify.annotations.Nullable Button tab) {
        tabs.getChildren().forEach(other -> other.pseudoClassStateChanged(CHOSEN, other.equals(tab)));
        grid.getChildren().setAll(emoji.stream().map(this::button).toList());
        scroll.setVvalue(0);
    }

    /** Chooses the first hit of a search. */
    private void chooseFirst() {
        if (!search.getText().isBlank() && !grid.getChildren().isEmpty()) {
            ((Button) grid.getChildren().getFirst()).fire();
            search.selectAll();
        }
    }

    private Button button(Emoji emoji) {
        Button button = new Button("", EmojiPictures.view(emoji, EMOJI_SIZE));
        button.getStyleClass().setAll("emoji-button");
        button.setAccessibleText(emoji.name());
        button.setOnMouseEntered(e -> name.setText(emoji.name()));
        button.focusedProperty().subscribe(focused -> {
            if (focused) {
                name.setText(emoji.name());
            }
        });
        button.setOnAction(e -> {
            recent.choose(emoji);
            chosen.accept(emoji);
        });
        return button;
    }
}
